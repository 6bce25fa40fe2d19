import { describe, expect, test } from 'vitest';
import { checkView } from '../../../../src/platform/slack/block-kit-limits.ts';
import { button, input, modal, option, plain, richText, times, x } from './examples.ts';

type Row = [name: string, make: (n: number) => object, limit: number, pointer: string, words: string];

const form = (element: object) => checkView(modal({ submit: plain('Save'), blocks: [input(element)] }));
const options = (n: number) => times(n, option);
const items = (n: number) => `no more than ${n} items allowed`;
const shorter = (n: number) => `must be less than ${n + 1} characters`;

describe('elements of an input', () => {
  test.each<Row>([
    [
      'min_length',
      (n) => ({ type: 'plain_text_input', min_length: n }),
      3000,
      '/min_length',
      'must be less than or equal to 3000',
    ],
    [
      'max_length',
      (n) => ({ type: 'plain_text_input', max_length: n }),
      3000,
      '/max_length',
      'must be less than or equal to 3000',
    ],
    [
      'initial_value under max_length',
      (n) => ({ type: 'plain_text_input', initial_value: x(n), max_length: 20 }),
      20,
      '/initial_value',
      shorter(20),
    ],
    [
      'initial_value',
      (n) => ({ type: 'plain_text_input', initial_value: x(n) }),
      3000,
      '/initial_value',
      shorter(3000),
    ],
    ['max_files', (n) => ({ type: 'file_input', max_files: n }), 10, '/max_files', 'must be less than or equal to 10'],
    [
      'max_lines',
      (n) => ({ type: 'rich_text_input', action_id: 'a', max_lines: n }),
      100,
      '/max_lines',
      'must be less than or equal to 100',
    ],
    ['multi options', (n) => ({ type: 'multi_static_select', options: options(n) }), 100, '/options', items(100)],
  ])('%s: at the limit it passes, one more is refused', (_name, make, limit, pointer, words) => {
    expect(form(make(limit))).toEqual([]);
    const refused = form(make(limit + 1));
    expect(refused).toContainEqual({ pointer: `/view/blocks/0/element${pointer}`, message: words });
  });

  test.each<[string, object, string, string]>([
    ['a button', button(), '/type', 'unsupported type: button'],
    [
      'number_input without is_decimal_allowed',
      { type: 'number_input' },
      '',
      'missing required field: is_decimal_allowed',
    ],
    [
      'a number for a numeral',
      { type: 'number_input', is_decimal_allowed: true, initial_value: 1 },
      '/initial_value',
      'must provide a string',
    ],
    [
      'a fraction where none is allowed',
      { type: 'number_input', is_decimal_allowed: false, min_value: '0.5' },
      '/min_value',
      'must be an integer',
    ],
    [
      'a minimum above the maximum',
      { type: 'number_input', is_decimal_allowed: true, min_value: '2', max_value: '1' },
      '/min_value',
      'must not be greater than max_value',
    ],
    ['rich_text_input without action_id', { type: 'rich_text_input' }, '', 'missing required field: action_id'],
    [
      'max_selected_items 0',
      { type: 'multi_users_select', max_selected_items: 0 },
      '/max_selected_items',
      'must be greater than or equal to 1',
    ],
    [
      'an unknown trigger',
      { type: 'url_text_input', dispatch_action_config: { trigger_actions_on: ['on_blur'] } },
      '/dispatch_action_config/trigger_actions_on/0',
      'must be one of: on_enter_pressed, on_character_entered',
    ],
    [
      'an initial choice that is not offered',
      { type: 'multi_static_select', options: options(1), initial_options: [option(0), option(1)] },
      '/initial_options/1',
      'must be one of the options, with the same text and description',
    ],
  ])('%s is refused', (_name, element, pointer, words) => {
    expect(form(element)).toEqual([{ pointer: `/view/blocks/0/element${pointer}`, message: words }]);
  });

  test.each([
    ['email_text_input', { type: 'email_text_input', initial_value: 'a@b.c' }],
    [
      'url_text_input',
      { type: 'url_text_input', dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
    ],
    ['number_input', { type: 'number_input', is_decimal_allowed: true, initial_value: '-1.5', min_value: '-2' }],
    ['rich_text_input', { type: 'rich_text_input', action_id: 'a', initial_value: richText() }],
    ['multi_external_select', { type: 'multi_external_select', min_query_length: 0, max_selected_items: 3 }],
    ['multi_conversations_select', { type: 'multi_conversations_select', initial_conversations: ['C1'] }],
    ['multi_channels_select', { type: 'multi_channels_select' }],
    ['channels_select', { type: 'channels_select', response_url_enabled: true }],
    ['external_select', { type: 'external_select', initial_option: option() }],
    ['radio_buttons', { type: 'radio_buttons', options: options(2), initial_option: option(1) }],
    ['datepicker', { type: 'datepicker', initial_date: '2026-11-21' }],
  ])('%s passes', (_name, element) => {
    expect(form(element)).toEqual([]);
  });
});
