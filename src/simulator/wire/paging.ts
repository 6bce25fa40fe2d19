import type { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';

interface PageLimits {
  usual: number;
  most: number;
}

/**
 * One page of a list that has an order. The cursor names the next item, as Slack's do, so a page stays right while
 * others come and go; a cursor whose item is gone is `invalid_cursor`.
 */
export function pageOf<T>(
  items: T[],
  args: ApiArguments,
  limits: PageLimits,
  nameOf: (item: T) => string,
): { page: T[]; nextCursor: string } {
  const limit = args.limit(limits.usual, limits.most);
  const wanted = cursorName(args);
  const start = wanted === undefined ? 0 : items.findIndex((item) => nameOf(item) === wanted);
  if (start < 0) throw new ApiError('invalid_cursor');
  const next = items[start + limit];
  return { page: items.slice(start, start + limit), nextCursor: next === undefined ? '' : cursorTo(nameOf(next)) };
}

/** A page of what comes one by one, beginning at the cursor; nothing beyond the page is looked at. */
export function takePage<T>(
  items: Iterable<T>,
  args: ApiArguments,
  limits: PageLimits,
  nameOf: (item: T) => string,
): { page: T[]; nextCursor: string } {
  const limit = args.limit(limits.usual, limits.most);
  const page: T[] = [];
  for (const item of items) {
    if (page.length === limit) return { page, nextCursor: cursorTo(nameOf(item)) };
    page.push(item);
  }
  return { page, nextCursor: '' };
}

/** The item the cursor names; undefined when there is no cursor. */
export function cursorName(args: ApiArguments): string | undefined {
  const cursor = args.text('cursor');
  if (cursor === undefined) return undefined;
  const name = /^next:(.+)$/s.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (name === undefined || cursorTo(name) !== cursor) throw new ApiError('invalid_cursor');
  return name;
}

function cursorTo(name: string): string {
  return Buffer.from(`next:${name}`).toString('base64');
}
