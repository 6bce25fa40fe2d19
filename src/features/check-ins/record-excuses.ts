import type { PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { nextHumaneMoment } from '../people/humane-moment.ts';
import { loadWorkingCalendars } from '../people/load-working-calendars.ts';
import { findOpenOfAbsent, type OpenCheckIn, recordExcuse } from './planning-store.ts';
import { refreshCheckIns } from './refresh-check-ins.ts';
import { nextReminder } from './reminder.ts';
import { findCadences } from './store.ts';

/**
 * Somebody said they are away, in Home or by their Slack status, while a check-in was open: if that covers the rest of
 * its window, no answer is owed. If they are back in time after all, it is owed again, and its prompt is named.
 */
export async function recordExcuses(
  db: Transaction,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<PlannedDelivery[]> {
  const open = await findOpenOfAbsent(db, workspaceId, now);
  if (open.length === 0) return [];
  const cadences = new Map((await findCadences(db, workspaceId)).map((cadence) => [cadence.key, cadence]));
  const memberIds = [...new Set(open.map(({ memberId }) => memberId))];
  const calendarOf = await loadWorkingCalendars(db, { workspaceId, memberIds, now });
  const changed: OpenCheckIn[] = [];
  const owedAgain: PlannedDelivery[] = [];
  for (const checkIn of open) {
    const { id, memberId, cadenceKey, promptAt, promptGroup, closesAt, excuse } = checkIn;
    const calendar = calendarOf.get(memberId);
    if (!calendar) continue;
    const moment = nextHumaneMoment(calendar, { from: promptAt > now ? promptAt : now, until: closesAt });
    if (moment.at === null && moment.kind === 'away' && excuse === null) {
      await recordExcuse(db, id, { excuse: 'away', because: moment.because ?? 'away' });
      changed.push(checkIn);
    } else if (moment.at !== null && excuse === 'away') {
      const cadence = cadences.get(cadenceKey);
      const remindAt = cadence ? nextReminder(cadence, calendar, { after: moment.at, closesAt, reminded: 0 }) : null;
      await recordExcuse(db, id, { excuse: null, promptAt: moment.at, remindAt });
      owedAgain.push({ recipient: memberId, occurrence: promptGroup, dueAt: moment.at });
      changed.push(checkIn);
    }
  }
  await refreshCheckIns(db, { workspaceId, checkIns: changed, now });
  return owedAgain;
}
