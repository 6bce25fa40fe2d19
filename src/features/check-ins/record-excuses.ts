import type { PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { nextHumaneMoment } from '../people/humane-moment.ts';
import { loadWorkingCalendars } from '../people/load-working-calendars.ts';
import { CHECK_IN_PROMPT, CHECK_IN_REMINDER } from './delivery-names.ts';
import { findOpenOfAbsent, recordExcuse } from './planning-store.ts';

/**
 * Somebody said they are away, in Home or by their Slack status, while a check-in was open: if that covers the rest of
 * its window, no answer is owed. If they are back in time after all, it is owed again, and its prompt is named.
 */
export async function recordExcuses(
  db: Transaction,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<PlannedDelivery[]> {
  const open = await findOpenOfAbsent(db, workspaceId, now);
  const memberIds = [...new Set(open.map(({ memberId }) => memberId))];
  const calendarOf = await loadWorkingCalendars(db, { workspaceId, memberIds, now });
  const changed: string[] = [];
  const owedAgain: PlannedDelivery[] = [];
  for (const { id, memberId, promptAt, closesAt, excuse } of open) {
    const calendar = calendarOf.get(memberId);
    if (!calendar) continue;
    const moment = nextHumaneMoment(calendar, { from: promptAt > now ? promptAt : now, until: closesAt });
    if (moment.at === null && moment.kind === 'away' && excuse === null) {
      await recordExcuse(db, id, { excuse: 'away', because: moment.because ?? 'away' });
      changed.push(id);
    } else if (moment.at !== null && excuse === 'away') {
      await recordExcuse(db, id, { excuse: null, promptAt: moment.at });
      owedAgain.push({ recipient: memberId, occurrence: id, dueAt: moment.at });
      changed.push(id);
    }
  }
  if (changed.length > 0) {
    const shown = { workspaceId, kind: [CHECK_IN_PROMPT, CHECK_IN_REMINDER], occurrence: changed };
    await refreshDeliveries(db, shown, now);
  }
  return owedAgain;
}
