import type { Transaction } from '../../platform/storage/database.ts';
import { loadMetricsOfMembers } from '../metrics/load-metrics-of-members.ts';
import type { Metric } from '../metrics/metric.ts';
import { findRecordedDays } from './recorded-days-store.ts';
import type { ValuesQuery } from './values-store.ts';

/** A metric that is asked of a member now, and on how many days of a span they have a value of it: 0, on none. */
export interface RecordedMetric {
  metric: Metric;
  days: number;
}

/** What each of these members is asked, and how much of it there is: for a choice of whose values to read. */
export async function loadRecordedMetrics(db: Transaction, query: ValuesQuery): Promise<Map<string, RecordedMetric[]>> {
  const asked = await loadMetricsOfMembers(db, query.workspaceId, query.memberIds);
  const recorded = Map.groupBy(await findRecordedDays(db, query), ({ memberId }) => memberId);
  return new Map(
    [...asked].map(([memberId, metrics]) => {
      const days = new Map(recorded.get(memberId)?.map((one) => [one.metricKey, one.days]));
      return [memberId, metrics.map((metric) => ({ metric, days: days.get(metric.key) ?? 0 }))];
    }),
  );
}
