import { describe, expect, test } from 'vitest';
import { checkMessage } from '../../../../src/platform/slack/block-kit-limits.ts';
import { actions, button, image, option, plain, section, times, x } from './examples.ts';

type Row = [name: string, make: (n: number) => object, limit: number, pointer: string, words: string];

const message = (block: object) => checkMessage({ text: 'Words', blocks: [block] });

const options = (n: number) => times(n, option);
const menu = (more: object) => ({ type: 'static_select', ...more });
const choice = (more: object) => menu({ options: [{ ...option(), ...more }] });
const confirm = (more: object) => button({ confirm: { text: plain(), ...more } });
const icon = (more: object) => ({ type: 'icon_button', icon: 'trash', text: plain(), ...more });

const items = (n: number) => `no more than ${n} items allowed`;
const shorter = (n: number) => `must be less than ${n + 1} characters`;

describe('elements in actions', () => {
  test.each<Row>([
    ['button text', (n) => button({ text: plain(x(n)) }), 75, '/text/text', shorter(75)],
    ['button value', (n) => button({ value: x(n) }), 2000, '/value', shorter(2000)],
    ['button url', (n) => button({ url: x(n) }), 3000, '/url', shorter(3000)],
    [
      'button accessibility_label',
      (n) => button({ accessibility_label: x(n) }),
      75,
      '/accessibility_label',
      shorter(75),
    ],
    ['confirm title', (n) => confirm({ title: plain(x(n)) }), 100, '/confirm/title/text', shorter(100)],
    ['confirm text', (n) => confirm({ text: plain(x(n)) }), 300, '/confirm/text/text', shorter(300)],
    ['confirm button', (n) => confirm({ confirm: plain(x(n)) }), 30, '/confirm/confirm/text', shorter(30)],
    ['confirm deny', (n) => confirm({ deny: plain(x(n)) }), 30, '/confirm/deny/text', shorter(30)],
    ['overflow options', (n) => ({ type: 'overflow', options: options(n) }), 5, '/options', items(5)],
    [
      'overflow url',
      (n) => ({ type: 'overflow', options: [{ ...option(), url: x(n) }] }),
      3000,
      '/options/0/url',
      shorter(3000),
    ],
    ['checkboxes', (n) => ({ type: 'checkboxes', options: options(n) }), 10, '/options', items(10)],
    ['radio buttons', (n) => ({ type: 'radio_buttons', options: options(n) }), 10, '/options', items(10)],
    ['select options', (n) => menu({ options: options(n) }), 100, '/options', items(100)],
    [
      'option groups',
      (n) => menu({ option_groups: times(n, () => ({ label: plain(), options: options(1) })) }),
      100,
      '/option_groups',
      items(100),
    ],
    [
      'options of a group',
      (n) => menu({ option_groups: [{ label: plain(), options: options(n) }] }),
      100,
      '/option_groups/0/options',
      items(100),
    ],
    [
      'label of a group',
      (n) => menu({ option_groups: [{ label: plain(x(n)), options: options(1) }] }),
      75,
      '/option_groups/0/label/text',
      shorter(75),
    ],
    ['option text', (n) => choice({ text: plain(x(n)) }), 75, '/options/0/text/text', shorter(75)],
    ['option value', (n) => choice({ value: x(n) }), 75, '/options/0/value', shorter(75)],
    ['option description', (n) => choice({ description: plain(x(n)) }), 75, '/options/0/description/text', shorter(75)],
    [
      'placeholder',
      (n) => ({ type: 'users_select', placeholder: plain(x(n)) }),
      150,
      '/placeholder/text',
      shorter(150),
    ],
  ])('%s: at the limit it passes, one more is refused', (_name, make, limit, pointer, words) => {
    expect(message(actions(make(limit)))).toEqual([]);
    expect(message(actions(make(limit + 1)))).toEqual([{ pointer: `/blocks/0/elements/0${pointer}`, message: words }]);
  });

  test.each<[string, object, string, string]>([
    ['an unknown element', { type: 'slider' }, '/type', 'unsupported type: slider'],
    [
      'a date and time picker is fine here, a text input is not',
      { type: 'plain_text_input' },
      '/type',
      'unsupported type: plain_text_input',
    ],
    ['an image', image(), '/type', 'unsupported type: image'],
    ['a multi-select', { type: 'multi_users_select' }, '/type', 'unsupported type: multi_users_select'],
    ['a formatted button', button({ text: { type: 'mrkdwn', text: 'a' } }), '/text/type', 'unsupported type: mrkdwn'],
    ['a button without text', { type: 'button' }, '', 'missing required field: text'],
    ['an unknown style', button({ style: 'blue' }), '/style', 'must be one of: primary, danger'],
    ['no options at all', menu({}), '', 'must have either options or option_groups, not both'],
    ['an empty list of options', menu({ options: [] }), '/options', 'no fewer than 1 items allowed'],
    ['a url outside an overflow', choice({ url: 'https://a.b' }), '/options/0', 'invalid additional property: url'],
    [
      'a formatted option of a menu',
      choice({ text: { type: 'mrkdwn', text: 'a' } }),
      '/options/0/text/type',
      'unsupported type: mrkdwn',
    ],
    [
      'an initial option that is not offered',
      menu({ options: options(2), initial_option: option(2) }),
      '/initial_option',
      'must be one of the options, with the same text and description',
    ],
    ['an empty filter', { type: 'conversations_select', filter: {} }, '/filter', 'must have at least one field'],
    [
      'a day that cannot be',
      { type: 'datepicker', initial_date: '2026-13-01' },
      '/initial_date',
      'must be a date in the form YYYY-MM-DD',
    ],
    [
      'a time that cannot be',
      { type: 'timepicker', initial_time: '24:00' },
      '/initial_time',
      'must be a time in the form HH:mm',
    ],
    [
      'milliseconds for seconds',
      { type: 'datetimepicker', initial_date_time: 1_700_000_000_000 },
      '/initial_date_time',
      'must be less than or equal to 9999999999',
    ],
  ])('%s is refused', (_name, element, pointer, words) => {
    expect(message(actions(element))).toEqual([{ pointer: `/blocks/0/elements/0${pointer}`, message: words }]);
  });

  test.each([
    ['datetimepicker', { type: 'datetimepicker', initial_date_time: 1_700_000_000 }],
    ['an initial option', menu({ options: options(2), initial_option: option(1) })],
    ['formatted checkboxes', { type: 'checkboxes', options: [{ ...option(), text: { type: 'mrkdwn', text: '*a*' } }] }],
    ['timepicker', { type: 'timepicker', initial_time: '09:30', timezone: 'Asia/Kathmandu' }],
    ['a filter', { type: 'conversations_select', filter: { include: ['im', 'public'] } }],
    [
      'workflow_button',
      { type: 'workflow_button', text: plain(), workflow: { trigger: { url: 'https://slack.com/a' } } },
    ],
  ])('%s passes', (_name, element) => {
    expect(message(actions(element))).toEqual([]);
  });
});

describe('elements of context_actions', () => {
  const block = (element: object) => ({ type: 'context_actions', elements: [element] });

  test('feedback buttons pass', () => {
    const one = { text: plain(), value: 'up' };
    expect(message(block({ type: 'feedback_buttons', positive_button: one, negative_button: one }))).toEqual([]);
  });

  test('an icon button knows one icon', () => {
    expect(message(block(icon({})))).toEqual([]);
    expect(message(block(icon({ icon: 'star' })))).toEqual([
      { pointer: '/blocks/0/elements/0/icon', message: 'must be one of: trash' },
    ]);
  });
});

test('an accessory of a section may be a multi-select, not a date and time picker', () => {
  expect(message(section({ accessory: { type: 'multi_users_select' } }))).toEqual([]);
  expect(message(section({ accessory: { type: 'datetimepicker' } }))).toEqual([
    { pointer: '/blocks/0/accessory/type', message: 'unsupported type: datetimepicker' },
  ]);
});
