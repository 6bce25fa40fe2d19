import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { input, plainText, section } from '../../platform/slack/block-kit.ts';
import { TYPED, textField } from '../../platform/slack/form-fields.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';

export const PART_FORM = 'win_part';

const PART = 'part';

export function partForm({ winId, client, part }: { winId: string; client: string; part: string | null }): ModalView {
  return {
    type: 'modal',
    callback_id: PART_FORM,
    private_metadata: winId,
    title: plainText('Your part'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      section(`In the win for *${cut(escapeMrkdwn(client), 150)}*`),
      input({
        blockId: PART,
        label: 'What you did',
        hint: 'A sentence. It is shown with your name, wherever the win is.',
        element: textField({ max_length: 200 }, part),
      }),
    ],
  };
}

export function readPartForm({
  private_metadata,
  state,
}: Pick<ViewOutput, 'private_metadata' | 'state'>):
  | { ok: true; winId: string; part: string }
  | { ok: false; errors: Record<string, string> } {
  const part = state.values[PART]?.[TYPED]?.value?.trim();
  if (part) return { ok: true, winId: private_metadata, part };
  return { ok: false, errors: { [PART]: 'Say what you did. If you had no part, press "I had no part" instead.' } };
}
