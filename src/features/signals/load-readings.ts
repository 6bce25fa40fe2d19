import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import { loadTrends } from '../observations/load-trends.ts';
import type { Trend } from '../observations/trend.ts';
import { type MetricReading, readTrend } from './reading.ts';
import { findInterpretations } from './store.ts';

/** Before every value: what is usual is learnt from all there ever was. */
const EVER: CalendarDay = '1900-01-01';

export interface ReadingsQuery {
  workspaceId: string;
  memberIds: string[];
  /** The span that is shown; both days belong to it. */
  from: CalendarDay;
  to: CalendarDay;
  now: Date;
  /** What `loadEveryValue` gives of these members, where it is used elsewhere too. */
  trends?: Promise<Map<string, Trend[]>>;
}

/** All there ever was of these members up to the end of the span. */
export function loadEveryValue(
  db: Transaction,
  query: Pick<ReadingsQuery, 'workspaceId' | 'memberIds' | 'to'>,
): Promise<Map<string, Trend[]>> {
  return loadTrends(db, { ...query, from: EVER });
}

/** Each member's metrics over a span, with what is worth talking about in them and what the member says it means. */
export async function loadReadings(db: Transaction, query: ReadingsQuery): Promise<Map<string, MetricReading[]>> {
  const { from, now } = query;
  const trends = await (query.trends ?? loadEveryValue(db, query));
  const said = await findInterpretations(db, query);
  const span = { from, today: dayOf(now, 'UTC') };
  return new Map(
    [...trends].map(([memberId, ofMember]) => [
      memberId,
      ofMember
        .map((trend) => {
          const ofTrend = said.filter((one) => one.memberId === memberId && one.metricKey === trend.metric.key);
          return readTrend(trend, ofTrend, span);
        })
        // What was asked once and left no value in the span is not shown for it.
        .filter(({ isAsked, values }) => isAsked || values.length > 0),
    ]),
  );
}
