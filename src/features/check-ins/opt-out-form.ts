import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { input, plainText, section } from '../../platform/slack/block-kit.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { CheckIn } from './store.ts';

export const OPT_OUT_FORM = 'opt_out';

const REASON = 'reason';
const TYPED = 'typed';

export function optOutForm({ cadenceKey, cadenceName }: Pick<CheckIn, 'cadenceKey' | 'cadenceName'>): ModalView {
  return {
    type: 'modal',
    callback_id: OPT_OUT_FORM,
    private_metadata: cadenceKey,
    title: plainText('Not for me'),
    submit: plainText('Do not ask me'),
    close: plainText('Cancel'),
    blocks: [
      section(
        `You will not be asked for *${escapeMrkdwn(cadenceName)}* any more. Your manager sees that; you can take it back at any time, here or in the Home tab.`,
      ),
      input({
        blockId: REASON,
        label: 'Why',
        optional: true,
        hint: 'Your manager reads it.',
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 300 },
      }),
    ],
  };
}

export function readOptOutForm({ private_metadata, state }: Pick<ViewOutput, 'private_metadata' | 'state'>): {
  cadenceKey: string;
  reason: string | null;
} {
  return { cadenceKey: private_metadata, reason: state.values[REASON]?.[TYPED]?.value?.trim() || null };
}
