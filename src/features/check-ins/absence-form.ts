import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { context, input, plainText } from '../../platform/slack/block-kit.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';

export const ABSENCE_FORM = 'absence';

const BLOCKS = { from: 'away_from', until: 'away_until' } as const;
const PICKED = 'picked';

/** When somebody will be away; both days belong to it. */
export function absenceForm(today: CalendarDay): ModalView {
  return {
    type: 'modal',
    callback_id: ABSENCE_FORM,
    title: plainText('Away'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      input({ blockId: BLOCKS.from, label: 'First day away', element: picker(today) }),
      input({ blockId: BLOCKS.until, label: 'Last day away', element: picker(today) }),
      context('You are not asked on these days. A check-in that lies in them altogether is excused.'),
    ],
  };
}

export type AbsenceFormAnswer =
  | { ok: true; days: { awayFrom: CalendarDay; awayUntil: CalendarDay } }
  | { ok: false; errors: Record<string, string> };

/** Slack's date pickers give days as they are written here. */
export function readAbsenceForm({ state }: Pick<ViewOutput, 'state'>): AbsenceFormAnswer {
  const picked = (block: string) => state.values[block]?.[PICKED]?.selected_date as CalendarDay | null | undefined;
  const [awayFrom, awayUntil] = [picked(BLOCKS.from), picked(BLOCKS.until)];
  if (awayFrom && awayUntil) return { ok: true, days: { awayFrom, awayUntil } };
  return {
    ok: false,
    errors: {
      ...(!awayFrom && absenceFormErrors('from', 'Choose a day.')),
      ...(!awayUntil && absenceFormErrors('until', 'Choose a day.')),
    },
  };
}

/** As the answer to a submission that cannot be kept. */
export function absenceFormErrors(field: 'from' | 'until', because: string): Record<string, string> {
  return { [BLOCKS[field]]: because };
}

function picker(initial: CalendarDay) {
  return { type: 'datepicker', action_id: PICKED, initial_date: initial } as const;
}
