import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Metric } from '../metrics/metric.ts';
import { type MetricPeriod, periodOf } from '../metrics/metric-period.ts';
import { withDifferences } from './differing-sources.ts';
import type { EvidenceFile } from './evidence-file.ts';
import { countedIn, type PeriodValue, valuesByPeriod } from './period-value.ts';
import type { Value } from './trend.ts';

/** One value as it came to us, with all that is known of how. */
export interface Observed extends Omit<Value, 'value'> {
  id: string;
  /** Null is "no value this time", said on purpose. */
  value: string | null;
  /** Its place in the metric's dimensions; empty, the whole. */
  dimensions: Record<string, string>;
  recordedById: string;
  recordedAt: Date;
  note: string | null;
  evidenceUrl: string | null;
  /** Why it was put in the place of another. */
  reason: string | null;
  withdrawn: { byId: string | null; at: Date; reason: string | null } | null;
  supersedesId: string | null;
  /** The last that whoever answers for it said of it; which, the state tells. */
  verdict: { byId: string; at: Date; reason: string | null } | null;
  /** Oldest first. */
  challenges: {
    id: string;
    byId: string;
    at: Date;
    reason: string;
    evidenceUrl: string | null;
    evidenceFile: EvidenceFile | null;
    /** Null while it waits. */
    answer: { outcome: 'upheld' | 'corrected' | 'withdrawn'; byId: string | null; reason: string | null } | null;
  }[];
}

/** A value that stands, and what stood in its place before, the latest first. */
interface Strand {
  standing: Observed;
  before: Observed[];
}

/** From one number back to everything that it is made of. */
export interface Lineage {
  memberId: string;
  /** As it is defined now. */
  metric: Metric;
  /** The periods that hold anything, the latest first. */
  periods: MetricPeriod[];
  period: MetricPeriod;
  /** What the period comes to; undefined where nothing in it counts. */
  counted: PeriodValue | undefined;
  /** The values that it is made of, by id. */
  countedIds: ReadonlySet<string>;
  /** Oldest first. */
  strands: Strand[];
}

/** Chains of corrections, each from the value that stands back to the first, in the order of the days they are about. */
function strandsOf(observed: readonly Observed[]): Strand[] {
  const byId = new Map(observed.map((one) => [one.id, one]));
  const superseded = new Set(observed.map(({ supersedesId }) => supersedesId));
  const before = ({ supersedesId }: Observed): Observed[] => {
    const earlier = supersedesId === null ? undefined : byId.get(supersedesId);
    return earlier ? [{ ...earlier, state: 'corrected' }, ...before(earlier)] : [];
  };
  return observed
    .filter(({ id }) => !superseded.has(id))
    .map((standing) => ({ standing, before: before(standing) }))
    .sort((one, other) => (one.standing.on < other.standing.on ? -1 : Number(one.standing.on > other.standing.on)));
}

/** The lineage of the period that `day` lies in; without a day, of the latest that holds anything. */
export function lineageOf(
  observed: readonly Observed[],
  { memberId, metric, day }: { memberId: string; metric: Metric; day: CalendarDay | undefined },
): Lineage | undefined {
  const all = strandsOf(observed);
  const whole = withDifferences(
    all.flatMap(({ standing }) => wholeValue(standing)),
    metric.tolerancePercent,
  );
  const states = new Map(whole.map(({ id, state }) => [id, state]));
  const strands = all.map(({ standing, before }) => {
    return { standing: { ...standing, state: states.get(standing.id) ?? standing.state }, before };
  });
  const periodsByName = new Map(
    strands.map(({ standing: { frequency, on } }) => {
      const period = periodOf(frequency, on);
      return [`${period.from} ${period.to}`, period];
    }),
  );
  const periods = [...periodsByName.values()].sort((one, other) => (one.to < other.to ? 1 : -1));
  const period =
    day === undefined
      ? periods[0]
      : (periods.find(({ from, to }) => from <= day && day <= to) ?? periodOf(metric.frequency, day));
  if (!period) return undefined;
  const inPeriod = strands.filter(({ standing: { frequency, on } }) => {
    const its = periodOf(frequency, on);
    return its.from === period.from && its.to === period.to;
  });
  const ofPeriod = inPeriod.flatMap(({ standing }) => wholeValue(standing));
  const counted = valuesByPeriod(ofPeriod)[0];
  const countedIds = new Set(countedIn(ofPeriod).map(({ id }) => id));
  return { memberId, metric, periods, period, counted, countedIds, strands: inPeriod };
}

/** A part stands beside the whole and does not add to it. */
function wholeValue({ value, ...rest }: Observed): (Omit<Observed, 'value'> & { value: string })[] {
  return value === null || Object.keys(rest.dimensions).length > 0 ? [] : [{ ...rest, value }];
}
