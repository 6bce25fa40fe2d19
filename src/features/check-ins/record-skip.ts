import type { Database } from '../../platform/storage/database.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import { clearExcuse, saveSkip } from './controls-store.ts';
import { findOwnOpen, type NotOpen, type OwnCheckIn } from './find-own-open.ts';
import { refreshCheckIns } from './refresh-check-ins.ts';
import { nextReminder } from './reminder.ts';
import { findCadences } from './store.ts';

/** No answer is owed; the manager sees the reason, and that it was not simply missed. */
export async function recordSkip(
  db: Database,
  which: OwnCheckIn & { reason: string },
): Promise<{ outcome: 'skipped' } | NotOpen> {
  const { workspaceId, now, reason } = which;
  return db.$transaction(async (transaction) => {
    const found = await findOwnOpen(transaction, which);
    if (found.outcome !== 'open') return found;
    await saveSkip(transaction, found.checkIn.id, reason);
    await refreshCheckIns(transaction, { workspaceId, checkIns: [found.checkIn], now });
    return { outcome: 'skipped' };
  });
}

/** Takes a skip back: the check-in is owed again, as long as its window is open. */
export async function recordUndoneSkip(db: Database, which: OwnCheckIn): Promise<{ outcome: 'owed' } | NotOpen> {
  const { workspaceId, now } = which;
  return db.$transaction(async (transaction) => {
    const found = await findOwnOpen(transaction, which);
    if (found.outcome !== 'open') return found;
    const { checkIn } = found;
    const calendar = await loadWorkingCalendar(transaction, which);
    const cadence = (await findCadences(transaction, workspaceId)).find(({ key }) => key === checkIn.cadenceKey);
    if (!calendar || !cadence) return { outcome: 'gone' };
    if (checkIn.excuse === 'skipped') {
      const remindAt = nextReminder(cadence, calendar, { ...checkIn, after: now });
      await clearExcuse(transaction, checkIn.id, { remindAt, timeZone: calendar.timeZone });
    }
    await refreshCheckIns(transaction, { workspaceId, checkIns: [checkIn], now });
    return { outcome: 'owed' };
  });
}
