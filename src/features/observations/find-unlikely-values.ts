import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { whyUnlikely } from '../metrics/unlikely-value.ts';
import { isComparable } from './comparable.ts';
import { loadTrends } from './load-trends.ts';
import { isUsable } from './usable-value.ts';

const LOOK_BACK_DAYS = 400;
/** More would make a metric that was wild once take anything. */
const MOST_BEFORE = 12;

/** A value that may be a slip of the pen, and why. */
export interface UnlikelyValue {
  metricKey: string;
  value: string;
  why: string;
}

/** Values about which somebody was asked, and which they sent all the same. */
export type Sure = readonly Pick<UnlikelyValue, 'metricKey' | 'value'>[];

/** Those of the values that should be asked about before they are saved; what somebody is sure of is not asked again. */
export async function findUnlikelyValues(
  db: Transaction,
  given: {
    workspaceId: string;
    memberId: string;
    values: readonly { metricKey: string; value: string | null }[];
    sureOf: Sure;
    now: Date;
  },
): Promise<UnlikelyValue[]> {
  const { workspaceId, memberId, values, sureOf, now } = given;
  const today = dayOf(now, 'UTC');
  const span = { from: plusDays(today, -LOOK_BACK_DAYS), to: plusDays(today, 100) };
  const trends = (await loadTrends(db, { workspaceId, memberIds: [memberId], ...span })).get(memberId) ?? [];
  return values.flatMap(({ metricKey, value }) => {
    const trend = trends.find(({ metric }) => metric.key === metricKey);
    const isSure = sureOf.some((one) => one.metricKey === metricKey && one.value === value);
    if (!trend || value === null || isSure) return [];
    const { metric } = trend;
    const before = trend.values.filter((one) => isUsable(one) && isComparable(one, metric)).slice(-MOST_BEFORE);
    const why = whyUnlikely(
      value,
      before.map((one) => one.value),
      metric,
    );
    return why === undefined ? [] : [{ metricKey, value, why }];
  });
}
