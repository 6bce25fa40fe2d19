import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { input, plainText } from '../../platform/slack/block-kit.ts';
import { dayField, TYPED } from '../../platform/slack/form-fields.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import {
  missingWin,
  readWinFields,
  rememberWin,
  unknownContributors,
  type WinFields,
  winFields,
} from './win-fields-view.ts';
import { type RememberedWin, rememberedWin, type WinTold } from './win-told.ts';

export const WIN_FORM = 'win';

const WON_ON = 'won_on';

export interface WinFormParts extends Omit<WinFields, 'isOptional'> {
  /** The win that is edited, as it stands. */
  win?: { id: string; told: WinTold };
  wonOn: CalendarDay;
}

const memory = z.object({ winId: z.string().optional(), remembered: rememberedWin });

export function winForm({ win, wonOn, ...fields }: WinFormParts): ModalView {
  const carried: z.input<typeof memory> = {
    ...(win && { winId: win.id }),
    remembered: rememberWin(win?.told, wonOn),
  };
  return {
    type: 'modal',
    callback_id: WIN_FORM,
    private_metadata: JSON.stringify(carried),
    title: plainText(win ? 'Edit a client win' : 'A client win'),
    submit: plainText('Save'),
    close: plainText('Cancel'),
    blocks: [
      ...winFields({ ...fields, isOptional: false }),
      input({
        blockId: WON_ON,
        label: 'When it happened',
        hint: 'The digest of that week tells it, also when it was sent already.',
        element: dayField(wonOn),
      }),
    ],
  };
}

export type WinFormAnswer =
  | { ok: true; winId: string | undefined; remembered: RememberedWin; told: WinTold; wonOn: CalendarDay }
  | { ok: false; errors: Record<string, string> };

export function readWinForm(view: Pick<ViewOutput, 'private_metadata' | 'state'>): WinFormAnswer {
  const read = readWinFields(view);
  if (!read.ok) return read;
  const wonOn = view.state.values[WON_ON]?.[TYPED]?.selected_date;
  if (!read.win || !wonOn)
    return { ok: false, errors: read.win ? { [WON_ON]: 'Say when it happened.' } : missingWin() };
  const { winId, remembered } = memory.parse(JSON.parse(view.private_metadata));
  return { ok: true, winId, remembered, told: read.win, wonOn: wonOn as CalendarDay };
}

/** Why what was submitted was not saved, by field. */
export function winFormErrors(
  refused: { outcome: 'unknown-contributors'; memberIds: string[] } | { outcome: 'not-yet' },
): Record<string, string> {
  if (refused.outcome === 'unknown-contributors') return unknownContributors(refused.memberIds);
  return { [WON_ON]: 'That day has not come yet. A win is told once it happened.' };
}
