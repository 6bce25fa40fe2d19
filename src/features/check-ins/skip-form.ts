import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { input, plainText, section } from '../../platform/slack/block-kit.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import type { CheckIn } from './store.ts';

export const SKIP_FORM = 'skip_check_in';

const REASON = 'reason';
const TYPED = 'typed';

/** Skipping takes a reason: that is what tells it from missing. */
export function skipForm({ id, cadenceName, occursOn }: CheckIn): ModalView {
  return {
    type: 'modal',
    callback_id: SKIP_FORM,
    private_metadata: id,
    title: plainText('Skip this check-in'),
    submit: plainText('Skip'),
    close: plainText('Cancel'),
    blocks: [
      section(`*${escapeMrkdwn(cadenceName)}*, ${readableDay(occursOn)}`),
      input({
        blockId: REASON,
        label: 'Why',
        hint: 'Your manager reads it. You can undo this, or answer after all.',
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 300 },
      }),
    ],
  };
}

export function readSkipForm({
  private_metadata,
  state,
}: Pick<ViewOutput, 'private_metadata' | 'state'>):
  | { ok: true; checkInId: string; reason: string }
  | { ok: false; errors: Record<string, string> } {
  const reason = state.values[REASON]?.[TYPED]?.value?.trim();
  return reason
    ? { ok: true, checkInId: private_metadata, reason }
    : { ok: false, errors: { [REASON]: 'Say why, in a few words.' } };
}
