import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { loadReadings } from './load-readings.ts';
import type { MetricReading, ReadPeriod } from './reading.ts';
import { findToldAt } from './telling-store.ts';

/** A signal that somebody was told of, as it reads now. */
export interface ReadSignal {
  memberId: string;
  reading: MetricReading;
  /** Undefined once it is none any more: the number was corrected or taken back, or waits for an answer. */
  read: ReadPeriod | undefined;
}

/** What was told at that moment, to that manager or about that member, as the numbers say it now. */
export async function loadToldSignals(
  db: Transaction,
  told: { workspaceId: string; toldAt: Date; now: Date } & ({ toldToId: string } | { memberId: string }),
): Promise<ReadSignal[]> {
  const { now, ...where } = told;
  const { workspaceId } = told;
  const signals = await findToldAt(db, where);
  const from = signals.map(({ periodOn }) => periodOn).sort()[0];
  if (from === undefined) return [];
  const memberIds = [...new Set(signals.map(({ memberId }) => memberId))];
  const readings = await loadReadings(db, { workspaceId, memberIds, from, to: dayOf(now, 'UTC'), now });
  return signals.flatMap(({ memberId, metricKey, periodOn }) => {
    const reading = readings.get(memberId)?.find(({ metric }) => metric.key === metricKey);
    const read = reading?.periods.find(({ period, signal }) => signal && period.from === periodOn);
    return reading ? [{ memberId, reading, read }] : [];
  });
}
