import type { Database } from '../../platform/storage/database.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import { savePutOff } from './controls-store.ts';
import { findOwnOpen, type NotOpen, type OwnCheckIn } from './find-own-open.ts';
import { type PutOff, putOffUntil } from './put-off.ts';
import { refreshCheckIns } from './refresh-check-ins.ts';
import { findCadences } from './store.ts';

export type PutOffOutcome =
  | { outcome: 'put-off'; until: Date }
  /** There is no time to ask again before its window closes. */
  | { outcome: 'too-late' }
  | NotOpen;

/** "Later today", "Tomorrow": this check-in comes back then, as a message of its own. */
export async function recordPutOff(db: Database, which: OwnCheckIn & { choice: PutOff }): Promise<PutOffOutcome> {
  const { workspaceId, now, choice } = which;
  return db.$transaction(async (transaction) => {
    const found = await findOwnOpen(transaction, which);
    if (found.outcome !== 'open') return found;
    const { checkIn } = found;
    const { id, cadenceKey, closesAt } = checkIn;
    const calendar = await loadWorkingCalendar(transaction, which);
    const cadence = (await findCadences(transaction, workspaceId)).find(({ key }) => key === cadenceKey);
    if (!calendar || !cadence) return { outcome: 'gone' };
    const until = putOffUntil(choice, calendar, { time: cadence.time, now, closesAt });
    if (!until) return { outcome: 'too-late' };
    await savePutOff(transaction, id, { until, timeZone: calendar.timeZone });
    await refreshCheckIns(transaction, { workspaceId, checkIns: [checkIn], now });
    return { outcome: 'put-off', until };
  });
}
