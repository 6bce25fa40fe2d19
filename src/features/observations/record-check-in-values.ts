import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Metric } from '../metrics/metric.ts';
import { isSameValue } from './same-value.ts';
import { findLatestOfCheckIn, insertObservations } from './store.ts';

/** One version of one metric's definition. */
export type DefinitionName = Pick<Metric, 'key' | 'version'>;

export interface CheckInValues {
  workspaceId: string;
  memberId: string;
  checkInId: string;
  periodOn: CalendarDay;
  /** Those that were typed. */
  values: { metric: DefinitionName; value: string | null }[];
  now: Date;
}

/**
 * Appends what a check-in says of its metrics. What changed since the last time supersedes what stood; what did not is
 * left alone; what was taken back stands again only as a number that is given anew. The caller holds the check-in's row,
 * so that two submissions cannot both supersede the same value.
 */
export async function recordCheckInValues(transaction: Transaction, input: CheckInValues): Promise<void> {
  const found = await findLatestOfCheckIn(transaction, input.checkInId);
  const before = new Map(found.map((observation) => [observation.metricKey, observation]));
  const changed = input.values.filter(({ metric, value }) => {
    const last = before.get(metric.key);
    if (last?.withdrawnAt) return value !== null;
    return !last || !isSameValue(last.value, value);
  });
  await insertObservations(
    transaction,
    changed.map(({ metric, value }) => ({
      workspaceId: input.workspaceId,
      memberId: input.memberId,
      metricKey: metric.key,
      definitionVersion: metric.version,
      periodOn: input.periodOn,
      value,
      source: 'check-in',
      checkInId: input.checkInId,
      recordedById: input.memberId,
      recordedAt: input.now,
      supersedesId: before.get(metric.key)?.id ?? null,
    })),
  );
}
