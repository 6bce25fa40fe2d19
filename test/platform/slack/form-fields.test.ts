import { expect, it } from 'vitest';
import { option } from '../../../src/platform/slack/block-kit.ts';
import { dayField, MOST_OPTIONS, menuField, textField } from '../../../src/platform/slack/form-fields.ts';

it.each([null, undefined, ''])('a field of which %j stands is empty', (filled) => {
  expect(textField({ max_length: 5 }, filled)).toEqual({ type: 'plain_text_input', action_id: 'typed', max_length: 5 });
  expect(dayField(filled)).toEqual({ type: 'datepicker', action_id: 'typed' });
  expect(menuField([option('One', '1')], filled)).not.toHaveProperty('initial_option');
});

it('a field shows what stands', () => {
  expect(textField({}, 'words')).toMatchObject({ initial_value: 'words' });
  expect(dayField('2026-03-26')).toMatchObject({ initial_date: '2026-03-26' });
  expect(menuField([option('One', '1'), option('Two', '2')], '2').initial_option).toEqual(option('Two', '2'));
});

it('a menu offers as many as Slack takes, and what is not offered is not chosen', () => {
  const options = Array.from({ length: 150 }, (_, at) => option(`Option ${at}`, `${at}`));
  const menu = menuField(options, '120');
  expect(menu.options).toHaveLength(MOST_OPTIONS);
  expect(menu).not.toHaveProperty('initial_option');
});
