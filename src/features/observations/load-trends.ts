import type { Transaction } from '../../platform/storage/database.ts';
import { loadDefinitions } from '../metrics/load-definition.ts';
import { loadMetricsOfMembers } from '../metrics/load-metrics-of-members.ts';
import { withDifferences } from './differing-sources.ts';
import type { Trend } from './trend.ts';
import { findValues, type ValuesQuery } from './values-store.ts';

/**
 * Each member's metrics with the values that stand, oldest first: first what is asked of them now, empty or not, then
 * what they were asked in the time and are not any more.
 */
export async function loadTrends(db: Transaction, query: ValuesQuery): Promise<Map<string, Trend[]>> {
  const { workspaceId, memberIds } = query;
  const asked = await loadMetricsOfMembers(db, workspaceId, memberIds);
  const found = await findValues(db, query);
  const ofMember = Map.groupBy(found, ({ memberId }) => memberId);
  const keys = [...new Set(found.map(({ metricKey }) => metricKey))];
  const definitions = await loadDefinitions(db, workspaceId, keys);
  return new Map(
    [...asked].map(([memberId, metrics]) => {
      const values = new Map(
        ofMember
          .get(memberId)
          ?.map((series) => [series.metricKey, withDifferences(series.values, series.tolerancePercent)]),
      );
      const isAsked = (key: string) => metrics.some((metric) => metric.key === key);
      const before = definitions.filter(({ key }) => values.has(key) && !isAsked(key));
      const trends = [...metrics, ...before].map((metric) => ({
        metric,
        isAsked: isAsked(metric.key),
        values: values.get(metric.key) ?? [],
      }));
      return [memberId, trends];
    }),
  );
}
