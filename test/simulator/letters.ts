import type { App } from '@slack/bolt';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

export const letterForm = {
  type: 'modal' as const,
  callback_id: 'letter',
  title: plain('Letter'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'to',
      label: plain('To'),
      element: { type: 'users_select' as const, action_id: 'to' },
    },
    {
      type: 'input' as const,
      block_id: 'text',
      label: plain('Text'),
      element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 40 },
    },
    {
      type: 'input' as const,
      block_id: 'stamps',
      optional: true,
      label: plain('Stamps'),
      element: { type: 'number_input' as const, action_id: 'stamps', is_decimal_allowed: false },
    },
    {
      type: 'input' as const,
      block_id: 'by',
      optional: true,
      label: plain('Carried by'),
      element: {
        type: 'radio_buttons' as const,
        action_id: 'by',
        options: [
          { text: plain('Air'), value: 'air' },
          { text: plain('Sea'), value: 'sea' },
        ],
      },
    },
  ],
};

/** A small app that sends letters between people. */
export function registerLetters(app: App, letters: { sent: unknown[] }): void {
  app.command('/send', async ({ ack, command, client }) => {
    if (command.text === 'help') {
      await ack('Type /send to write a letter.');
      return;
    }
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: letterForm });
  });
  app.view('letter', async ({ ack, view, body, client }) => {
    const { values } = view.state;
    const text = values['text']?.['text']?.value ?? '';
    if (text.includes('rude')) {
      await ack({ response_action: 'errors', errors: { text: 'Be polite' } });
      return;
    }
    letters.sent.push(values);
    await ack();
    await client.chat.postMessage({
      channel: values['to']?.['to']?.selected_user ?? '',
      text: 'A letter for you',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `<@${body.user.id}> wrote:\n${text}` } },
        { type: 'actions', elements: [{ type: 'button', action_id: 'read', text: plain('Read'), value: text }] },
      ],
    });
  });
  app.action('read', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'You have read it.' });
  });
}
