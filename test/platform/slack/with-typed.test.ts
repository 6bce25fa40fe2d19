import type { KnownBlock } from '@slack/types';
import { expect, it } from 'vitest';
import { withTyped } from '../../../src/platform/slack/with-typed.ts';

const label = { type: 'plain_text', text: 'A field' } as const;
const lime = { text: { type: 'plain_text', text: 'Lime' }, value: 'lime' } as const;
const plum = { text: { type: 'plain_text', text: 'Plum' }, value: 'plum' } as const;

it.each([
  [{ type: 'plain_text_input', initial_value: 'before' }, { value: 'after' }, { initial_value: 'after' }],
  [{ type: 'plain_text_input', initial_value: 'before' }, { value: null }, {}],
  [{ type: 'datepicker' }, { selected_date: '2026-03-26' }, { initial_date: '2026-03-26' }],
  [{ type: 'users_select', initial_user: 'U1' }, { selected_user: 'U2' }, { initial_user: 'U2' }],
  [{ type: 'multi_users_select', initial_users: ['U1'] }, { selected_users: [] }, {}],
  [{ type: 'static_select', options: [lime, plum] }, { selected_option: plum }, { initial_option: plum }],
  [{ type: 'checkboxes', options: [lime, plum] }, { selected_options: [lime] }, { initial_options: [lime] }],
])('a field shows what was typed last: %o', (element, typed, begun) => {
  const block = { type: 'input', block_id: 'b', label, element: { ...element, action_id: 'a' } } as KnownBlock;
  const state = { b: { a: { type: element.type, ...typed } } } as Parameters<typeof withTyped>[1];
  const [shown] = withTyped([block], state);
  const rest = Object.fromEntries(Object.entries(element).filter(([name]) => !name.startsWith('initial_')));
  expect(shown).toEqual({ ...block, element: { ...rest, action_id: 'a', ...begun } });
});

it('leaves alone what is no field, and a field of which nothing is known', () => {
  const words: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: 'Words' } };
  const field = { type: 'input', block_id: 'b', label, element: { type: 'plain_text_input', initial_value: 'x' } };
  const blocks = [words, field as KnownBlock];
  expect(withTyped(blocks, {})).toEqual(blocks);
});
