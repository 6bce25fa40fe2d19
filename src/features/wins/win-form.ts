import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { input, plainText } from '../../platform/slack/block-kit.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { missingWin, readWinFields, unknownContributors, type WinFields, winFields } from './win-fields-view.ts';
import type { WinTold } from './win-told.ts';

export const WIN_FORM = 'win';

const WON_ON = 'won_on';
const TYPED = 'typed';

export interface WinFormParts extends Omit<WinFields, 'isOptional'> {
  /** Of the win that is edited. */
  winId?: string | undefined;
  wonOn: CalendarDay;
}

export function winForm({ winId, wonOn, ...fields }: WinFormParts): ModalView {
  return {
    type: 'modal',
    callback_id: WIN_FORM,
    private_metadata: winId ?? '',
    title: plainText(winId === undefined ? 'A client win' : 'Edit a client win'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      ...winFields({ ...fields, isOptional: false }),
      input({
        blockId: WON_ON,
        label: 'When it happened',
        hint: 'The digest of that week tells it, also when it was sent already.',
        element: { type: 'datepicker', action_id: TYPED, initial_date: wonOn },
      }),
    ],
  };
}

export type WinFormAnswer =
  | { ok: true; winId: string | undefined; told: WinTold; wonOn: CalendarDay }
  | { ok: false; errors: Record<string, string> };

export function readWinForm(view: Pick<ViewOutput, 'private_metadata' | 'state'>): WinFormAnswer {
  const read = readWinFields(view);
  if (!read.ok) return read;
  const wonOn = view.state.values[WON_ON]?.[TYPED]?.selected_date;
  if (!read.win || !wonOn)
    return { ok: false, errors: read.win ? { [WON_ON]: 'Say when it happened.' } : missingWin() };
  return { ok: true, winId: view.private_metadata || undefined, told: read.win, wonOn: wonOn as CalendarDay };
}

/** Why what was submitted was not saved, by field. */
export function winFormErrors(
  refused: { outcome: 'unknown-contributors'; memberIds: string[] } | { outcome: 'not-yet' },
): Record<string, string> {
  if (refused.outcome === 'unknown-contributors') return unknownContributors(refused.memberIds);
  return { [WON_ON]: 'That day has not come yet. A win is told once it happened.' };
}
