import { describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { asObject } from '../../src/simulator/workspace/json.ts';
import { plain } from './block-samples.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

// Sections 3.1 to 3.3 of the platform notes, a limit a line: what is over it, and where Slack points.

const long = (length: number) => 'x'.repeat(length);
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (more: object = {}) => ({ type: 'section', text: mrkdwn('x'), ...more });
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const option = (index: number, more: object = {}) => ({ text: plain(`${index}`), value: `${index}`, ...more });
const button = (more: object = {}) => ({ type: 'button', action_id: 'b', text: plain('x'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const select = (more: object) => actions({ type: 'static_select', action_id: 's', ...more });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('x'),
  element: { action_id: 'i', ...element },
  ...more,
});
const confirm = (more: object) => ({
  title: plain('x'),
  text: plain('x'),
  confirm: plain('x'),
  deny: plain('x'),
  ...more,
});
const cell = { type: 'raw_text', text: 'x' };
const table = (rows: number, cells: number) => ({ type: 'table', rows: many(rows, () => many(cells, () => cell)) });

type Wrong = [what: string, blocks: object[], pointer: string];

const inMessages: Wrong[] = [
  ['51 blocks', many(51, () => ({ type: 'divider' })), '/blocks'],
  ['two blocks of one id', [section({ block_id: 'a' }), section({ block_id: 'a' })], '/blocks/1/block_id'],
  ['a long block id', [section({ block_id: long(256) })], '/blocks/0/block_id'],
  ['a kind there is not', [{ type: 'hologram' }], '/blocks/0/type'],
  ['no kind at all', [{ text: plain('x') }], '/blocks/0'],
  ['a field there is not', [section({ colour: 'red' })], '/blocks/0'],
  ['a section of nothing', [{ type: 'section' }], '/blocks/0'],
  ['an empty text', [section({ text: mrkdwn('') })], '/blocks/0/text/text'],
  ['a long text', [section({ text: mrkdwn(long(3001)) })], '/blocks/0/text/text'],
  ['a text of no kind', [section({ text: { type: 'html', text: 'x' } })], '/blocks/0/text/type'],
  ['11 fields', [section({ fields: many(11, () => mrkdwn('x')) })], '/blocks/0/fields'],
  ['a long field', [section({ fields: [mrkdwn(long(2001))] })], '/blocks/0/fields/0/text'],
  ['a long header', [{ type: 'header', text: plain(long(151)) }], '/blocks/0/text/text'],
  ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('x') }], '/blocks/0/text/type'],
  ['11 things of context', [{ type: 'context', elements: many(11, () => mrkdwn('x')) }], '/blocks/0/elements'],
  ['context without anything', [{ type: 'context', elements: [] }], '/blocks/0/elements'],
  ['26 buttons', [actions(...many(26, (index) => button({ action_id: `b${index}` })))], '/blocks/0/elements'],
  ['two actions of one id', [actions(button(), button())], '/blocks/0/elements/1/action_id'],
  ['an image without words', [{ type: 'image', image_url: 'https://example.com/a.png' }], '/blocks/0'],
  [
    'an image with long words',
    [{ type: 'image', image_url: 'https://example.com/a.png', alt_text: long(2001) }],
    '/blocks/0/alt_text',
  ],
  [
    'an image with a long address',
    [{ type: 'image', image_url: `https://example.com/${long(3000)}`, alt_text: 'x' }],
    '/blocks/0/image_url',
  ],
  ['an alert', [{ type: 'alert', text: plain('x') }], '/blocks/0/type'],
  ['a card of nothing', [{ type: 'card' }], '/blocks/0'],
  [
    '11 cards',
    [{ type: 'carousel', elements: many(11, () => ({ type: 'card', title: plain('x') })) }],
    '/blocks/0/elements',
  ],
  ['101 rows', [table(101, 1)], '/blocks/0/rows'],
  ['21 cells', [table(1, 21)], '/blocks/0/rows/0'],
  ['a file input', [input({ type: 'file_input' })], '/blocks/0/element/type'],
  ['a long label', [input({ type: 'plain_text_input' }, { label: plain(long(2001)) })], '/blocks/0/label/text'],
  ['a long hint', [input({ type: 'plain_text_input' }, { hint: plain(long(2001)) })], '/blocks/0/hint/text'],
  ['a button in an input', [input(button())], '/blocks/0/element/type'],
  ['a long button', [actions(button({ text: plain(long(76)) }))], '/blocks/0/elements/0/text/text'],
  ['a button in mrkdwn', [actions(button({ text: mrkdwn('x') }))], '/blocks/0/elements/0/text/type'],
  ['a long button value', [actions(button({ value: long(2001) }))], '/blocks/0/elements/0/value'],
  [
    'a long button address',
    [actions(button({ url: `https://example.com/${long(3000)}` }))],
    '/blocks/0/elements/0/url',
  ],
  ['a button of another style', [actions(button({ style: 'pretty' }))], '/blocks/0/elements/0/style'],
  ['a long action id', [actions(button({ action_id: long(256) }))], '/blocks/0/elements/0/action_id'],
  [
    'a long title of a confirmation',
    [actions(button({ confirm: confirm({ title: plain(long(101)) }) }))],
    '/blocks/0/elements/0/confirm/title/text',
  ],
  [
    'a long text of a confirmation',
    [actions(button({ confirm: confirm({ text: plain(long(301)) }) }))],
    '/blocks/0/elements/0/confirm/text/text',
  ],
  [
    'a long button of a confirmation',
    [actions(button({ confirm: confirm({ deny: plain(long(31)) }) }))],
    '/blocks/0/elements/0/confirm/deny/text',
  ],
  ['101 options', [select({ options: many(101, option) })], '/blocks/0/elements/0/options'],
  ['no options', [select({ options: [] })], '/blocks/0/elements/0/options'],
  [
    'options and groups',
    [select({ options: [option(1)], option_groups: [{ label: plain('x'), options: [option(2)] }] })],
    '/blocks/0/elements/0',
  ],
  [
    'a long group label',
    [select({ option_groups: [{ label: plain(long(76)), options: [option(1)] }] })],
    '/blocks/0/elements/0/option_groups/0/label/text',
  ],
  [
    'a long option',
    [select({ options: [option(1, { text: plain(long(76)) })] })],
    '/blocks/0/elements/0/options/0/text/text',
  ],
  [
    'a long option value',
    [select({ options: [option(1, { value: long(151) })] })],
    '/blocks/0/elements/0/options/0/value',
  ],
  [
    'a long option description',
    [select({ options: [option(1, { description: plain(long(76)) })] })],
    '/blocks/0/elements/0/options/0/description/text',
  ],
  [
    'a long placeholder',
    [select({ options: [option(1)], placeholder: plain(long(151)) })],
    '/blocks/0/elements/0/placeholder/text',
  ],
  [
    'a first choice that is none',
    [select({ options: [option(1)], initial_option: option(2) })],
    '/blocks/0/elements/0/initial_option',
  ],
  [
    '6 in an overflow menu',
    [actions({ type: 'overflow', action_id: 'o', options: many(6, option) })],
    '/blocks/0/elements/0/options',
  ],
  [
    '11 boxes',
    [actions({ type: 'checkboxes', action_id: 'c', options: many(11, option) })],
    '/blocks/0/elements/0/options',
  ],
  [
    '11 circles',
    [actions({ type: 'radio_buttons', action_id: 'r', options: many(11, option) })],
    '/blocks/0/elements/0/options',
  ],
  [
    'a date that is none',
    [actions({ type: 'datepicker', action_id: 'd', initial_date: '2.3.2026' })],
    '/blocks/0/elements/0/initial_date',
  ],
  [
    'a time that is none',
    [actions({ type: 'timepicker', action_id: 't', initial_time: '9:30' })],
    '/blocks/0/elements/0/initial_time',
  ],
  [
    'date and time beside a text',
    [section({ accessory: { type: 'datetimepicker', action_id: 'd' } })],
    '/blocks/0/accessory/type',
  ],
  ['a text field among buttons', [actions({ type: 'plain_text_input', action_id: 't' })], '/blocks/0/elements/0/type'],
  ['a most that is too much', [input({ type: 'plain_text_input', max_length: 3001 })], '/blocks/0/element/max_length'],
  ['a number with or without a point', [input({ type: 'number_input' })], '/blocks/0/element'],
  [
    'at most no items',
    [select({}), input({ type: 'multi_users_select', max_selected_items: 0 })],
    '/blocks/1/element/max_selected_items',
  ],
  [
    'two places to begin',
    many(2, (index) => input({ type: 'plain_text_input', focus_on_load: true, action_id: `i${index}` })),
    '/blocks/1/element/focus_on_load',
  ],
];

async function messagesOf(call: Promise<unknown>): Promise<{ error: string; messages: string[] }> {
  const refusal = await call.then(
    () => ({ error: 'none', response_metadata: { messages: [] } }),
    ({ data }) => data,
  );
  return { error: refusal.error, messages: refusal.response_metadata?.messages ?? [] };
}

const post = (simulator: Simulator, blocks: object[]) =>
  messagesOf(clientOf(simulator).apiCall('chat.postMessage', { channel: '#general', text: 'x', blocks }));

describe('a message with', () => {
  test.each(inMessages)('%s is refused, with a pointer to it', async (_what, blocks, pointer) => {
    const { simulator } = await startLittleSlack();
    const { error, messages } = await post(simulator, blocks);
    expect(error).toBe('invalid_blocks');
    expect(messages.map((message) => /\[json-pointer:(.*)\]$/.exec(message)?.[1])).toContain(pointer);
    for (const message of messages) expect(message).toMatch(/^\[ERROR\] .+ \[json-pointer:\/blocks.*\]$/);
    expect(simulator.messages('#general')).toEqual([]);
  });
});

describe('errors of their own name', () => {
  test.each([
    ['two tables', [table(1, 1), table(1, 1)], 'only_one_table_allowed'],
    [
      'more markdown than a message holds',
      many(2, () => ({ type: 'markdown', text: long(6001) })),
      'msg_blocks_too_long',
    ],
    ['more text than a message holds', many(5, () => section({ text: mrkdwn(long(2900)) })), 'msg_blocks_too_long'],
  ])('%s', async (_what, blocks, error) => {
    const { simulator } = await startLittleSlack();
    expect((await post(simulator, blocks)).error).toBe(error);
  });
});

describe('blocks.validate', () => {
  const validate = async (args: object) => {
    const { simulator } = await startLittleSlack();
    const response = await fetch(`${simulator.apiUrl}blocks.validate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(args),
    });
    return asObject(await response.json());
  };

  test.each([
    ['blocks', { blocks: JSON.stringify([{ type: 'divider' }]) }],
    ['a view', { view: { type: 'home', blocks: [] } }],
    ['a message', { message: JSON.stringify({ text: 'x' }) }],
  ])('takes %s without a token', async (_what, args) => {
    expect(await validate(args)).toEqual({ ok: true });
  });

  const titled = { type: 'modal', title: plain(long(25)), blocks: [] };
  const wrong = [
    [
      'invalid_blocks',
      { blocks: [{ type: 'header', text: plain(long(151)) }] },
      '/0/text/text',
      { type: 'max_length', expected: 150 },
    ],
    ['invalid_blocks', { blocks: many(51, () => ({ type: 'divider' })) }, '', { type: 'max_items', expected: 50 }],
    ['invalid_blocks', { blocks: [{ type: 'hologram' }] }, '/0/type', { type: 'enum', got: 'hologram' }],
    ['invalid_view', { view: titled }, '/title/text', { type: 'max_length', expected: 24 }],
    ['invalid_view', { view: { type: 'modal', blocks: [] } }, '', { type: 'required', expected: 'title' }],
    [
      'invalid_message',
      { message: { blocks: [{ type: 'hologram' }] } },
      '/blocks/0/type',
      { type: 'enum', got: 'hologram' },
    ],
  ] as const;
  test.each(wrong)('%s with what is wrong and where', async (error, args, pointer, constraint) => {
    const answer = await validate(args);
    expect(answer).toMatchObject({ ok: false, error });
    expect(answer['errors']).toContainEqual({
      code: 'failed_constraint',
      message: expect.any(String),
      pointer,
      constraint,
    });
  });

  test.each([
    ['none of the three', {}, 'must provide exactly one of `blocks`, `view`, or `message`'],
    ['two of them', { blocks: '[]', view: '{}' }, 'must provide exactly one of `blocks`, `view`, or `message`'],
    ['what is no JSON', { blocks: '[' }, '[ERROR] invalid JSON [json-pointer:/blocks]'],
    [
      'more than 100,000 characters',
      { blocks: `[${' '.repeat(100_000)}]` },
      '[ERROR] must be less than 100001 characters [json-pointer:/blocks]',
    ],
  ])('refuses %s', async (_what, args, message) => {
    expect(await validate(args)).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: [message] },
    });
  });
});
