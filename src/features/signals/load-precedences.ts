import type { Database } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import type { Metric } from '../metrics/metric.ts';
import type { Frequency } from '../metrics/metric-period.ts';
import { loadTrends } from '../observations/load-trends.ts';
import type { Trend } from '../observations/trend.ts';
import { pairedSeries, rarer } from './period-series.ts';
import { type Answer, MOST_PERIODS, type Question, whatPrecedes } from './precedence.ts';

const EVER: CalendarDay = '1900-01-01';
/** More people tell hardly more and take long: those with the longest series stand for all. */
const MOST_UNITS = 60;

/** What tends to precede what, with the names of both metrics and how long a period is. */
export interface Precedence extends Answer {
  leading: string;
  outcome: string;
  frequency: Frequency;
}

/** Each leading metric against each lagging one that the same people have, across these people. */
export async function loadPrecedences(
  db: Database,
  { workspaceId, memberIds, now }: { workspaceId: string; memberIds: string[]; now: Date },
): Promise<Precedence[]> {
  const today = dayOf(now, 'UTC');
  const trends = await loadTrends(db, { workspaceId, memberIds, from: EVER, to: today });
  const ofMembers = [...trends.values()].map((ofMember) => ofMember.filter(({ isAsked }) => isAsked));
  const metrics = new Map(ofMembers.flat().map(({ metric }) => [metric.key, metric]));
  const pairs = pairsOf([...metrics.values()]).flatMap(({ leading, outcome }): Pair[] => {
    const units = ofMembers.flatMap((ofMember) => {
      const [first, second] = [find(ofMember, leading), find(ofMember, outcome)];
      return first && second ? [pairedSeries(first, second, today)] : [];
    });
    const longest = units
      .toSorted((a, b) => Math.min(b.leading.length, MOST_PERIODS) - Math.min(a.leading.length, MOST_PERIODS))
      .slice(0, MOST_UNITS);
    const question = { leadingKey: leading.key, outcomeKey: outcome.key, units: longest };
    return units.length === 0 ? [] : [{ leading, outcome, question }];
  });
  return whatPrecedes(pairs.map(({ question }) => question)).map((answer, at) => {
    const { leading, outcome } = pairs[at] ?? {};
    if (!leading || !outcome) throw new Error('there are as many answers as questions');
    const frequency = rarer(leading.frequency, outcome.frequency);
    return { ...answer, leading: leading.name, outcome: outcome.name, frequency };
  });
}

interface Pair {
  leading: Metric;
  outcome: Metric;
  question: Question;
}

function pairsOf(metrics: Metric[]): { leading: Metric; outcome: Metric }[] {
  const timed = (timing: Metric['timing']) =>
    metrics.filter((metric) => metric.timing === timing).sort((a, b) => (a.key < b.key ? -1 : 1));
  return timed('leading').flatMap((leading) => timed('lagging').map((outcome) => ({ leading, outcome })));
}

function find(trends: Trend[], { key }: Metric): Trend | undefined {
  return trends.find(({ metric }) => metric.key === key);
}
