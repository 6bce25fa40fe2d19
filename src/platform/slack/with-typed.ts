import type { ViewStateValue } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';

/** What the state of an element is called, and what an element calls that with which it begins. */
const NAMES = [
  ['value', 'initial_value'],
  ['selected_date', 'initial_date'],
  ['selected_user', 'initial_user'],
  ['selected_users', 'initial_users'],
  ['selected_option', 'initial_option'],
  ['selected_options', 'initial_options'],
] as const;

type State = Record<string, Record<string, ViewStateValue>>;

/**
 * The blocks of a form with what was typed in place of what it was opened with, to be shown again. Slack promises to keep
 * what stands in fields of the same names when `views.update` changes a window, and says nothing of an answer to a
 * submission that does.
 */
export function withTyped(blocks: readonly KnownBlock[], values: State): KnownBlock[] {
  return blocks.map((block) => {
    if (block.type !== 'input') return block;
    const state = values[block.block_id ?? '']?.[block.element.action_id ?? ''];
    if (!state) return block;
    const begun = NAMES.flatMap(([typed, initial]) => (isEmpty(state[typed]) ? [] : [[initial, state[typed]]]));
    const initials = new Set<string>(NAMES.map(([, initial]) => initial));
    const element = Object.entries(block.element).filter(([name]) => !initials.has(name));
    return { ...block, element: Object.fromEntries([...element, ...begun]) } as KnownBlock;
  });
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
