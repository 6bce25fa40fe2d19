import type { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';

/**
 * One page of a list that has an order. The cursor names the next item, as Slack's do, so a page stays right while
 * others come and go; a cursor whose item is gone is `invalid_cursor`.
 */
export function pageOf<T>(
  items: T[],
  args: ApiArguments,
  limits: { usual: number; most: number },
  nameOf: (item: T) => string,
): { page: T[]; nextCursor: string } {
  const limit = args.limit(limits.usual, limits.most);
  const cursor = args.text('cursor');
  const start = cursor === undefined ? 0 : items.findIndex((item) => cursorTo(nameOf(item)) === cursor);
  if (start < 0) throw new ApiError('invalid_cursor');
  const next = items[start + limit];
  return { page: items.slice(start, start + limit), nextCursor: next === undefined ? '' : cursorTo(nameOf(next)) };
}

function cursorTo(name: string): string {
  return Buffer.from(`next:${name}`).toString('base64');
}
