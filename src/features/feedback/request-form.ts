import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { context, input, plainText, section } from '../../platform/slack/block-kit.ts';
import { type CalendarDay, plusDays } from '../../platform/time/calendar-day.ts';

export const REQUEST_FORM = 'ask_for_feedback';
export const DECLINE_FORM = 'decline_feedback';

const BLOCKS = { whom: 'whom', about: 'about', by: 'by' } as const;
const REASON = 'reason';
const TYPED = 'typed';
const DAYS_TO_ANSWER = 7;
const MOST_ASKED = 10;

/** Whom, about what, by when. Its subject is who asks, or somebody they manage. */
export function requestForm({
  subjectId,
  askedById,
  today,
}: {
  subjectId: string;
  askedById: string;
  today: CalendarDay;
}): ModalView {
  const isOwn = subjectId === askedById;
  return {
    type: 'modal',
    callback_id: REQUEST_FORM,
    private_metadata: subjectId,
    title: plainText('Ask for feedback'),
    submit: plainText('Ask'),
    close: plainText('Cancel'),
    blocks: [
      section(isOwn ? '*Feedback about you*' : `*Feedback about <@${subjectId}>*`),
      context(
        'Each of them gets one message in their working hours, and one reminder. They choose who reads what they write, and may decline.',
      ),
      input({
        blockId: BLOCKS.whom,
        label: 'Whom do you ask',
        element: { type: 'multi_users_select', action_id: TYPED, max_selected_items: MOST_ASKED },
      }),
      input({
        blockId: BLOCKS.about,
        label: 'About what',
        hint: 'A project, a meeting, one behaviour: the narrower, the better the answer.',
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 500, multiline: true },
      }),
      input({
        blockId: BLOCKS.by,
        label: 'By when',
        element: { type: 'datepicker', action_id: TYPED, initial_date: plusDays(today, DAYS_TO_ANSWER) },
      }),
    ],
  };
}

export function readRequestForm({
  private_metadata: subjectId,
  state,
}: Pick<ViewOutput, 'private_metadata' | 'state'>):
  | { ok: true; subjectId: string; askedIds: string[]; about: string; answerBy: CalendarDay }
  | { ok: false; errors: Record<string, string> } {
  const field = (block: string) => state.values[block]?.[TYPED];
  const askedIds = field(BLOCKS.whom)?.selected_users ?? [];
  const about = field(BLOCKS.about)?.value?.trim();
  const answerBy = field(BLOCKS.by)?.selected_date as CalendarDay | null | undefined;
  const errors: Record<string, string> = {};
  if (askedIds.length === 0) errors[BLOCKS.whom] = 'Name at least one colleague.';
  if (!about) errors[BLOCKS.about] = 'Say what it is about.';
  if (!answerBy) errors[BLOCKS.by] = 'Name a day.';
  return about && answerBy && askedIds.length > 0
    ? { ok: true, subjectId, askedIds, about, answerBy }
    : { ok: false, errors };
}

/** As the answer to a request that cannot be kept. */
export function requestFormErrors(field: 'whom' | 'by', because: string): Record<string, string> {
  return { [BLOCKS[field]]: because };
}

/** Declining needs no reason. */
export function declineForm(requestId: string, askedById: string): ModalView {
  return {
    type: 'modal',
    callback_id: DECLINE_FORM,
    private_metadata: requestId,
    title: plainText('Decline'),
    submit: plainText('Decline'),
    close: plainText('Cancel'),
    blocks: [
      section(`<@${askedById}> learns that you declined, and the reason if you give one. Nobody else does.`),
      input({
        blockId: REASON,
        label: 'Why',
        optional: true,
        element: { type: 'plain_text_input', action_id: TYPED, max_length: 300 },
      }),
    ],
  };
}

export function readDeclineForm({ private_metadata, state }: Pick<ViewOutput, 'private_metadata' | 'state'>): {
  requestId: string;
  reason: string | null;
} {
  return { requestId: private_metadata, reason: state.values[REASON]?.[TYPED]?.value?.trim() || null };
}
