import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { findWinOfCheckIn } from './record-store.ts';
import { recordTakenBack, recordToldWin } from './record-told-win.ts';
import { lockWin } from './store.ts';
import { asTold } from './told-again.ts';
import type { RememberedWin, WinTold } from './win-told.ts';

export interface CheckInWin {
  workspaceId: string;
  memberId: string;
  checkInId: string;
  wonOn: CalendarDay;
  /** Null takes back what stood there when the form was filled in. */
  win: WinTold | null;
  remembered: RememberedWin;
  now: Date;
}

/** Keeps the win that a check-in tells, and says how it is kept. Told again, it keeps its day. */
export async function recordCheckInWin(
  transaction: Transaction,
  input: CheckInWin,
): Promise<{ win: WinTold | null; saidMeanwhile: string[] }> {
  const { win: told, workspaceId, remembered, now, ...rest } = input;
  const named = await findWinOfCheckIn(transaction, input.checkInId);
  const before = named && (await lockWin(transaction, workspaceId, named.id));
  const wonOn = before?.wonOn ?? input.wonOn;
  if (told) {
    const telling = { ...rest, workspaceId, before, wonOn, told, remembered, now };
    const { told: win, saidMeanwhile } = await recordToldWin(transaction, telling);
    return { win, saidMeanwhile };
  }
  if (!before || before.withdrawnAt) return { win: null, saidMeanwhile: [] };
  // It came to stand, or was brought back, while the form was open without it.
  const isFilledIn = Object.keys(remembered.words).length > 0;
  if (!isFilledIn) return { win: asTold(before), saidMeanwhile: [] };
  await recordTakenBack(transaction, { workspaceId, id: before.id, wonOn, withdrawnAt: now, now });
  return { win: null, saidMeanwhile: [] };
}
