import { expect, test } from 'vitest';
import { letterForm, registerLetters } from './letters.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { startLittleSlack } from './start-little-slack.ts';

test('a command opens a form, errors come back by label, a corrected form is taken', async () => {
  const { simulator } = await startLittleSlack();
  const letters = { sent: [] as unknown[] };
  await startSocketModeApp(simulator, (app) => registerLetters(app, letters));
  const ana = simulator.as('ana');

  const { reply } = await ana.command('/send help');
  expect(reply).toMatchObject({ text: 'Type /send to write a letter.', onlyForYou: true });

  await ana.command('/send');
  const modal = await ana.waitForModal('Letter');
  expect(modal.fields.map(({ label, required }) => [label, required])).toEqual([
    ['To', true],
    ['Text', true],
    ['Stamps', false],
    ['Carried by', false],
  ]);

  await ana.fill({ To: 'Ben Okri', Stamps: 'three' });
  expect(await ana.submit()).toMatchObject({
    closed: false,
    refusedBy: 'client',
    errors: { Text: 'Please complete this required field.', Stamps: 'Please enter a valid number.' },
  });
  expect(letters.sent).toEqual([]);

  await ana.fill({ Text: 'rude words', Stamps: 3, 'Carried by': 'Sea' });
  expect(await ana.submit()).toMatchObject({ closed: false, refusedBy: 'app', errors: { Text: 'Be polite' } });
  expect(ana.modal()?.fields[1]).toMatchObject({ value: 'rude words', error: 'Be polite' });

  await ana.fill({ Text: 'kind words' });
  expect(await ana.submit()).toEqual({ closed: true });
  expect(letters.sent).toEqual([
    {
      to: { to: { type: 'users_select', selected_user: simulator.as('ben').id } },
      text: { text: { type: 'plain_text_input', value: 'kind words' } },
      stamps: { stamps: { type: 'number_input', value: '3' } },
      by: {
        by: {
          type: 'radio_buttons',
          selected_option: { text: { type: 'plain_text', text: 'Sea', emoji: true }, value: 'sea' },
        },
      },
    },
  ]);
  const got = await simulator.as('ben').waitForMessage('kind words');
  expect(got.text).toBe('@Ana Lima wrote:\nkind words\n[Read]');
  expect(simulator.failures).toEqual([]);
  expect(letterForm.title.text).toBe(modal.title);
});
