import type { Transaction } from '../../platform/storage/database.ts';
import { findMetricsOfMembers, findValues, type ValuesQuery } from './store.ts';
import type { Trend } from './trend.ts';

/** Each member's metrics with the values that stand, oldest first; a metric without a value is there, empty. */
export async function loadTrends(db: Transaction, query: ValuesQuery): Promise<Map<string, Trend[]>> {
  const metrics = await findMetricsOfMembers(db, query.workspaceId, query.memberIds);
  const values = Map.groupBy(await findValues(db, query), ({ memberId, metricKey }) => `${memberId} ${metricKey}`);
  return new Map(
    [...metrics].map(([memberId, ofMember]) => [
      memberId,
      ofMember.map((metric) => ({
        metric,
        values: (values.get(`${memberId} ${metric.key}`) ?? []).map(({ value }) => value),
      })),
    ]),
  );
}
