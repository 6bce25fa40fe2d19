import type { ModalView } from '@slack/types';
import { input, plainText, section } from '../../platform/slack/block-kit.ts';
import { type FormState, textInput, typedText } from './shared-fields-form.ts';

export const WITHDRAW_VOICE_FORM = 'withdraw_customer_voice';

const REASON = 'reason';

export function withdrawVoiceForm(voiceId: string): ModalView {
  return {
    type: 'modal',
    callback_id: WITHDRAW_VOICE_FORM,
    private_metadata: voiceId,
    title: plainText('Take back a voice'),
    submit: plainText('Take back'),
    close: plainText('Cancel'),
    blocks: [
      section('It stays on record with your name and the reason, and is counted and shown nowhere any more.'),
      input({ blockId: REASON, label: 'Why', element: textInput({ max_length: 300 }) }),
    ],
  };
}

export function readWithdrawVoiceForm(
  view: FormState,
): { ok: true; voiceId: string; reason: string } | { ok: false; errors: Record<string, string> } {
  const reason = typedText(view, REASON);
  return reason
    ? { ok: true, voiceId: view.private_metadata, reason }
    : { ok: false, errors: { [REASON]: 'Say why, in a few words.' } };
}
