import type { Database } from '../../platform/storage/database.ts';
import { dayOf, plusMonths } from '../../platform/time/calendar-day.ts';
import type { Metric } from '../metrics/metric.ts';
import type { Frequency } from '../metrics/metric-period.ts';
import { loadRecordedMetrics, type RecordedMetric } from '../observations/load-recorded-metrics.ts';
import { loadTrends } from '../observations/load-trends.ts';
import type { Trend } from '../observations/trend.ts';
import { pairedSeries, rarer } from './period-series.ts';
import { type Answer, MOST_PEOPLE, type UnitSeries, whatPrecedes, YEARS } from './precedence.ts';

/** Whose values are held at a time. */
const READ_AT_ONCE = 60;

/** What tends to precede what, with the names of both metrics and how long a period is. */
export interface Precedence extends Answer {
  leading: string;
  outcome: string;
  frequency: Frequency;
}

/**
 * Each leading metric against each lagging one that the same people have, across these people. However many they are and
 * however long it was recorded: the database counts, and only of those with the most values are values read.
 */
export async function loadPrecedences(
  db: Database,
  { workspaceId, memberIds, now }: { workspaceId: string; memberIds: string[]; now: Date },
): Promise<Precedence[]> {
  const to = dayOf(now, 'UTC');
  const span = { workspaceId, from: plusMonths(to, -12 * YEARS), to };
  const pairs = pairsOf(await loadRecordedMetrics(db, { ...span, memberIds }));
  const chosen = [...new Set(pairs.flatMap((pair) => pair.memberIds))].sort();
  for (let at = 0; at < chosen.length; at += READ_AT_ONCE) {
    const trends = await loadTrends(db, { ...span, memberIds: chosen.slice(at, at + READ_AT_ONCE) });
    for (const pair of pairs) {
      for (const memberId of pair.memberIds) {
        const ofMember = trends.get(memberId);
        const [leading, outcome] = [find(ofMember, pair.leading), find(ofMember, pair.outcome)];
        if (leading && outcome) pair.units.push(pairedSeries(leading, outcome, to));
      }
    }
  }
  const questions = pairs.map(({ leading, outcome, units }) => {
    return { leadingKey: leading.key, outcomeKey: outcome.key, units };
  });
  return whatPrecedes(questions).map((answer, at) => {
    const { leading, outcome } = pairs[at] ?? {};
    if (!leading || !outcome) throw new Error('there are as many answers as questions');
    const frequency = rarer(leading.frequency, outcome.frequency);
    return { ...answer, leading: leading.name, outcome: outcome.name, frequency };
  });
}

interface Pair {
  leading: Metric;
  outcome: Metric;
  /** Those with the most days of both; nobody, where nobody has any. */
  memberIds: string[];
  units: UnitSeries[];
}

/** Each leading metric with each lagging one that somebody has beside it. */
function pairsOf(recorded: ReadonlyMap<string, RecordedMetric[]>): Pair[] {
  const had = [...recorded].flatMap(([memberId, metrics]) =>
    timed(metrics, 'leading').flatMap((leading) =>
      timed(metrics, 'lagging').map((outcome) => ({
        memberId,
        leading: leading.metric,
        outcome: outcome.metric,
        days: Math.min(leading.days, outcome.days),
      })),
    ),
  );
  const ofPair = Map.groupBy(had, ({ leading, outcome }) => `${leading.key} ${outcome.key}`);
  return [...ofPair]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, having]) => {
      const [{ leading, outcome } = {}] = having;
      const most = having
        .filter(({ days }) => days > 0)
        .sort((a, b) => b.days - a.days)
        .slice(0, MOST_PEOPLE);
      return leading && outcome
        ? [{ leading, outcome, memberIds: most.map(({ memberId }) => memberId), units: [] }]
        : [];
    });
}

function timed(metrics: readonly RecordedMetric[], timing: Metric['timing']): RecordedMetric[] {
  return metrics.filter(({ metric }) => metric.timing === timing);
}

function find(trends: readonly Trend[] | undefined, { key }: Metric): Trend | undefined {
  return trends?.find(({ metric }) => metric.key === key);
}
