import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { findWinOfCheckIn } from './record-store.ts';
import { recordTakenBack, recordToldWin } from './record-told-win.ts';
import type { WinTold } from './win-told.ts';

export interface CheckInWin {
  workspaceId: string;
  memberId: string;
  checkInId: string;
  wonOn: CalendarDay;
  /** Null takes back what an earlier version of the answer told. */
  win: WinTold | null;
  now: Date;
}

/** Keeps the win that a check-in tells. Told again, it keeps its day. */
export async function recordCheckInWin(transaction: Transaction, input: CheckInWin): Promise<void> {
  const { win: told, ...rest } = input;
  const before = await findWinOfCheckIn(transaction, input.checkInId);
  const wonOn = before?.wonOn ?? input.wonOn;
  if (told) await recordToldWin(transaction, { ...rest, before, wonOn, told });
  else if (before) await recordTakenBack(transaction, { ...input, ...before, withdrawnAt: input.now });
}
