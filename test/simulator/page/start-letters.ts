import type { App, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Simulator } from '../../../src/simulator/simulator.ts';
import { startSocketModeApp } from '../start-bolt-app.ts';
import { clientOf, startLittleSlack } from '../start-little-slack.ts';

type ViewStateValues = ViewOutput['state']['values'];

export const text = (words: string) => ({ type: 'plain_text' as const, text: words });
export const option = (words: string) => ({ text: text(words), value: words.toLowerCase() });

export interface Letters {
  simulator: Simulator;
  /** What the app was told, oldest first. */
  heard: { what: string; value: unknown }[];
  post(blocks: object[]): Promise<void>;
}

/**
 * An app that opens the given form at `/send`, and remembers what people do. Its messages go to #general. `submitted`
 * answers what is wrong by block.
 */
export async function startLetters(
  form: ModalView,
  more: (app: App) => void = () => {},
  submitted: (values: ViewStateValues) => Promise<{ [block: string]: string } | undefined> = async () => undefined,
): Promise<Letters> {
  const { simulator } = await startLittleSlack();
  const heard: Letters['heard'] = [];
  await startSocketModeApp(simulator, (app) => {
    more(app);
    app.command('/send', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    app.view('letter', async ({ ack, view }) => {
      const errors = await submitted(view.state.values);
      if (errors) return ack({ response_action: 'errors', errors });
      heard.push({ what: 'submitted', value: view.state.values });
      await ack();
    });
    app.action(/.*/, async ({ ack, action }) => {
      await ack();
      heard.push({ what: 'action_id' in action ? action.action_id : '', value: action });
    });
    app.options(/.*/, async ({ ack, options }) => {
      await ack({ options: [option(`${options.value}ville`), option(`${options.value}ton`)] });
    });
  });
  return {
    simulator,
    heard,
    async post(blocks) {
      const id = await channelId(simulator, 'general');
      await clientOf(simulator).chat.postMessage({
        channel: id,
        text: 'words',
        blocks: JSON.parse(JSON.stringify(blocks)),
      });
    },
  };
}

export async function channelId(simulator: Simulator, name: string): Promise<string> {
  const { channels = [] } = await clientOf(simulator).conversations.list({});
  return channels.find((channel) => channel.name === name)?.id ?? '';
}

export function formOf(blocks: ModalView['blocks'], more: Partial<ModalView> = {}): ModalView {
  return { type: 'modal', callback_id: 'letter', title: text('A letter'), submit: text('Send'), blocks, ...more };
}
