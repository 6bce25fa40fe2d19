import type { KnownBlock } from '@slack/types';
import { actions, button, context } from './block-kit.ts';

/** A long list, as many at a time as one message takes. Pages count from 0. */
export interface Page<Item> {
  items: Item[];
  page: number;
  pages: number;
}

/** Past either end, the nearest page there is: what was listed may be less by now. */
export function pageOf<Item>(all: readonly Item[], wanted: number, size: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(0, Number.isInteger(wanted) ? wanted : 0), pages - 1);
  return { items: all.slice(page * size, (page + 1) * size), page, pages };
}

/** Slack takes 2,000 characters. */
const MOST_OF_VALUE = 1900;

/**
 * Where one is in a list, and the buttons that lead on; nothing where there is one page. Their value is the page, and
 * `of` after it: whatever tells which list it is.
 */
export function pageButtons(
  actionId: string,
  { page, pages }: Omit<Page<unknown>, 'items'>,
  { of = '', back = 'Back', on = 'More' }: { of?: string; back?: string; on?: string } = {},
): KnownBlock[] {
  if (pages === 1) return [];
  const turnTo = (to: number, text: string) =>
    button({
      actionId: `${actionId}:${to}`,
      text,
      value: `${to}:${of}`.slice(0, MOST_OF_VALUE),
      label: `${text}: page ${to + 1} of ${pages}`,
    });
  return [
    context(`Page ${page + 1} of ${pages}`),
    actions(`${actionId}-pages`, [
      ...(page > 0 ? [turnTo(page - 1, back)] : []),
      ...(page + 1 < pages ? [turnTo(page + 1, on)] : []),
    ]),
  ];
}

/** The buttons of one list, whichever page they lead to. */
export function turnsPages(actionId: string): RegExp {
  return new RegExp(`^${actionId}:\\d+$`);
}

export function readPageButton(value = ''): { page: number; of: string } {
  const colon = value.indexOf(':');
  return { page: Number(value.slice(0, Math.max(0, colon))), of: value.slice(colon + 1) };
}
