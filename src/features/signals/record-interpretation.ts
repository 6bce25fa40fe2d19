import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Database } from '../../platform/storage/database.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import { SIGNALS_TO_MEMBER } from './delivery-names.ts';
import type { Interpretation } from './interpretation.ts';
import { loadReadings } from './load-readings.ts';
import { findTellingsOf, insertInterpretation } from './store.ts';

/**
 * Puts on record what a member says of one of their own numbers. It never replaces what they said before. Messages that
 * tell of the number show it from then on.
 */
export async function recordInterpretation(
  db: Database,
  said: Omit<Interpretation, 'recordedAt'> & { workspaceId: string; now: Date; alsoRefresh: readonly string[] },
): Promise<{ outcome: 'recorded' } | { outcome: 'no-such-number' }> {
  const { workspaceId, memberId, metricKey, periodOn, now, alsoRefresh, ...words } = said;
  const span = { from: periodOn, to: plusDays(periodOn, 100) };
  const readings = (await loadReadings(db, { workspaceId, memberIds: [memberId], ...span, now })).get(memberId) ?? [];
  const isTheirs = readings.some(
    ({ metric, periods }) => metric.key === metricKey && periods.some(({ period }) => period.from === periodOn),
  );
  if (!isTheirs) return { outcome: 'no-such-number' };
  await db.$transaction(async (transaction) => {
    await insertInterpretation(transaction, { workspaceId, memberId, metricKey, periodOn, ...words, recordedAt: now });
    const occurrence = await findTellingsOf(transaction, { workspaceId, memberId });
    const kind = [SIGNALS_TO_MEMBER, ...alsoRefresh];
    await refreshDeliveries(transaction, { workspaceId, kind, occurrence }, now);
  });
  return { outcome: 'recorded' };
}
