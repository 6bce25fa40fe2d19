import type { Database } from '../../platform/storage/database.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import type { Interpretation } from './interpretation.ts';
import { loadReadings } from './load-readings.ts';
import { insertInterpretation } from './store.ts';

/**
 * Puts on record what a member says of one of their own numbers. It never replaces what they said before. Messages that
 * tell of the number show it from then on.
 */
export async function recordInterpretation(
  db: Database,
  said: Omit<Interpretation, 'recordedAt'> & { workspaceId: string; now: Date },
): Promise<{ outcome: 'recorded' } | { outcome: 'no-such-number' }> {
  const { workspaceId, memberId, metricKey, periodOn, now, ...words } = said;
  const span = { from: periodOn, to: plusDays(periodOn, 100) };
  const readings = (await loadReadings(db, { workspaceId, memberIds: [memberId], ...span, now })).get(memberId) ?? [];
  const isTheirs = readings.some(
    ({ metric, periods }) => metric.key === metricKey && periods.some(({ period }) => period.from === periodOn),
  );
  if (!isTheirs) return { outcome: 'no-such-number' };
  await insertInterpretation(db, { workspaceId, memberId, metricKey, periodOn, ...words, recordedAt: now });
  return { outcome: 'recorded' };
}
