import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { input, plainText, section } from '../../platform/slack/block-kit.ts';
import type { NumberValue } from './waiting.ts';

/** What takes a reason and nothing else. */
const KINDS = {
  return_value: {
    title: 'Return a number',
    submit: 'Return',
    follows: 'It goes back to whoever reported it, and does not count until they correct it.',
    hint: 'They read it. What should they look at?',
  },
  source_stands: {
    title: 'This source stands',
    submit: 'Let it stand',
    follows: 'What other sources say of this period is set aside. It stays on record.',
    hint: 'Whoever reads the number may read this.',
  },
  leave_open: {
    title: 'Leave it open',
    submit: 'Leave open',
    follows: 'Neither source counts until you decide.',
    hint: 'Whoever reads the number may read this.',
  },
} as const;

export type ReasonKind = keyof typeof KINDS;
export const REASON_FORMS = Object.keys(KINDS) as ReasonKind[];

const REASON = 'reason';
const TYPED = 'typed';

/** `about`: the number, in mrkdwn. */
export function reasonForm(kind: ReasonKind, number: NumberValue, about: string): ModalView {
  const { title, submit, follows, hint } = KINDS[kind];
  return {
    type: 'modal',
    callback_id: kind,
    private_metadata: number.id,
    title: plainText(title),
    submit: plainText(submit),
    close: plainText('Cancel'),
    blocks: [
      section(`${about}\n${follows}`),
      input({
        blockId: REASON,
        label: 'Why',
        hint,
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 300 },
      }),
    ],
  };
}

export function readReasonForm({
  private_metadata,
  state,
}: ViewOutput): { ok: true; observationId: string; reason: string } | { ok: false; errors: Record<string, string> } {
  const reason = state.values[REASON]?.[TYPED]?.value?.trim();
  return reason
    ? { ok: true, observationId: private_metadata, reason }
    : { ok: false, errors: { [REASON]: 'Say why, in a few words.' } };
}
