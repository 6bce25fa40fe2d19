import type { Database } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import { findStrangers } from '../people/find-strangers.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import type { OpenAnswer } from './answer-of-win.ts';
import { recordToldWin } from './record-told-win.ts';
import { findWin, lockWin } from './store.ts';
import type { RememberedWin, WinTold } from './win-told.ts';

export interface WinSubmission {
  workspaceId: string;
  memberId: string;
  /** Of the win that is edited. */
  winId?: string | undefined;
  told: WinTold;
  wonOn: CalendarDay;
  /** What stood in the form when it was filled in. */
  remembered: RememberedWin;
  now: Date;
}

export type WinSubmitted =
  | { outcome: 'saved'; winId: string; askedIds: string[]; saidMeanwhile: string[] }
  /** Slack offers people of other organisations too; nothing is kept about those. */
  | { outcome: 'unknown-contributors'; memberIds: string[] }
  /** A win counts for a day that has come. */
  | { outcome: 'not-yet' }
  /** It is somebody else's, or was taken back meanwhile. */
  | { outcome: 'not-yours' };

/** Saves a new win, or one that its author tells anew; the answer of the check-in that told it follows. */
export async function submitWin(
  db: Database,
  submission: WinSubmission,
  openAnswer: OpenAnswer,
): Promise<WinSubmitted> {
  const { workspaceId, memberId, winId, told, wonOn, remembered, now } = submission;
  const stood = winId === undefined ? undefined : await findWin(db, workspaceId, winId);
  const unknown = await findStrangers(db, {
    workspaceId,
    memberIds: [memberId, ...told.contributorIds],
    before: stood ? [...stood.contributorIds, ...stood.declinedIds] : [],
  });
  if (unknown.length > 0) return { outcome: 'unknown-contributors', memberIds: unknown };
  const calendar = await loadWorkingCalendar(db, submission);
  if (wonOn > dayOf(now, calendar?.timeZone ?? 'UTC')) return { outcome: 'not-yet' };
  return db.$transaction(async (transaction) => {
    const { checkInId = null } = stood ?? {};
    const answer = checkInId === null ? undefined : await openAnswer(transaction, { workspaceId, checkInId });
    const before = winId === undefined ? undefined : await lockWin(transaction, workspaceId, winId);
    const isTheirs = before?.recordedById === memberId && before.withdrawnAt === null;
    if (winId !== undefined && !isTheirs) return { outcome: 'not-yours' };
    const telling = { workspaceId, memberId, before, checkInId, wonOn, told, remembered, now };
    const { id, saidMeanwhile, ...kept } = await recordToldWin(transaction, telling);
    await answer?.(kept.told, now);
    const askedIds = kept.told.contributorIds.filter((one) => one !== memberId);
    return { outcome: 'saved', winId: id, askedIds, saidMeanwhile };
  });
}
