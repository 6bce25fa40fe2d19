import { expect, test } from 'vitest';
import {
  actions,
  button,
  context,
  divider,
  fields,
  header,
  input,
  option,
  plainText,
  section,
} from '../../../src/platform/slack/block-kit.ts';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';

const long = 'word '.repeat(1000);

test('what the builders make of short words passes in a message', () => {
  const open = button({ actionId: 'open', text: 'Open', value: '1', style: 'primary', label: 'Open the check-in' });
  const blocks = [
    header('Your week'),
    section('*Two* minutes'),
    section('With a button', open),
    fields('*Clients*', '3'),
    context('Only your manager reads this'),
    divider(),
    actions('next', [open, button({ actionId: 'later', text: 'Later', url: 'https://a.example' })]),
  ];
  expect(checkMessage({ text: 'Your week', blocks })).toEqual([]);
});

test('labels that run too long are cut, so that a form with a long name in it still opens', () => {
  const element = { type: 'static_select' as const, options: [option(long, 'a', long)] };
  const blocks = [
    header(long),
    input({ blockId: 'why', label: long, hint: long, element, optional: true, dispatch: false }),
    actions('more', [button({ actionId: 'more', text: long, label: long })]),
  ];
  const modal = { type: 'modal', title: plainText('Check-in'), submit: plainText('Save'), blocks };
  expect(checkView(modal)).toEqual([]);
});
