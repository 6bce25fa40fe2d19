import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Metric } from './metric.ts';
import { isSameValue } from './same-value.ts';
import { findStandingOfCheckIn, insertObservations } from './store.ts';

/** One version of one metric's definition. */
export type DefinitionName = Pick<Metric, 'key' | 'version'>;

export interface CheckInValues {
  workspaceId: string;
  memberId: string;
  checkInId: string;
  periodOn: CalendarDay;
  values: { metric: DefinitionName; value: string | null }[];
  now: Date;
}

/**
 * Appends what a check-in says of its metrics. What changed since the last time supersedes what stood; what did not is
 * left alone. The caller holds the check-in's row, so that two submissions cannot both supersede the same value.
 */
export async function recordCheckInValues(transaction: Transaction, input: CheckInValues): Promise<void> {
  const standing = new Map(
    (await findStandingOfCheckIn(transaction, input.checkInId)).map((observation) => [
      observation.metricKey,
      observation,
    ]),
  );
  const changed = input.values.filter(({ metric, value }) => {
    const stands = standing.get(metric.key);
    return !stands || !isSameValue(stands.value, value);
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
      supersedesId: standing.get(metric.key)?.id ?? null,
    })),
  );
}
