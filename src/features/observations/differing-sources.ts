import { compareDecimals, type Decimal, minus, times, toDecimal } from '../metrics/exact-decimal.ts';
import { type MetricPeriod, periodOf } from '../metrics/metric-period.ts';
import { aggregate } from './aggregate.ts';
import { BY_HAND, comparableWithLatest, lastOfEachDay } from './period-value.ts';
import type { Value } from './trend.ts';
import type { ValueState } from './usable-value.ts';

/** What one source says a period comes to. */
interface SourceSays<Given extends Value = Value> {
  source: string;
  value: string;
  /** All that it said of the period, with what a later value of the same day has taken the place of. */
  values: Given[];
}

export interface Difference<Given extends Value = Value> {
  period: MetricPeriod;
  /** By the name of the source. */
  says: SourceSays<Given>[];
}

/** What people typed is one source: they do not contradict themselves, they go on. */
export const HAND = 'by hand';

/** States of values that take part: what was set aside or taken back says nothing any more. */
const SPEAKING: readonly ValueState[] = ['reported', 'verified', 'returned', 'challenged', 'differing'];

/**
 * The periods of one member and metric of which sources speak that differ by more than the tolerance, oldest first. The
 * tolerance is in percent of the larger number; null, any difference counts. What cannot be compared with the latest
 * definition is not, as in `valuesByPeriod`.
 */
export function differingSources<Given extends Value>(
  values: readonly Given[],
  tolerancePercent: string | null,
): Difference<Given>[] {
  const speaking = values.filter(({ state }) => SPEAKING.includes(state));
  if (new Set(speaking.map(sourceOf)).size < 2) return [];
  const ofPeriod = Map.groupBy(speaking, ({ frequency, on }) => periodOf(frequency, on).to);
  return [...ofPeriod.values()].flatMap((inPeriod) => {
    const comparable = comparableWithLatest(inPeriod);
    const [first] = comparable;
    if (!first) return [];
    const says = [...Map.groupBy(comparable, sourceOf)].flatMap(([source, given]) => {
      const counted = source === HAND ? lastOfEachDay(given) : given;
      const value = aggregate(
        counted.map(({ value }) => value),
        first,
      );
      return value === undefined ? [] : [{ source, value, values: given }];
    });
    says.sort((one, other) => (one.source < other.source ? -1 : 1));
    const decimals = says.map(({ value }) => toDecimal(value)).toSorted(compareDecimals);
    const [least, most] = [decimals.at(0), decimals.at(-1)];
    if (!least || !most || isWithin(least, most, tolerancePercent)) return [];
    return [{ period: periodOf(first.frequency, first.on), says }];
  });
}

function sourceOf({ source }: { source: string }): string {
  return BY_HAND.includes(source) ? HAND : source;
}

/** The values of one member and metric, those marked that may not be used because sources differ. */
export function withDifferences<Given extends Value>(
  values: readonly Given[],
  tolerancePercent: string | null,
): Given[] {
  const differing = new Set(
    differingSources(values, tolerancePercent).flatMap(({ says }) => says.flatMap((one) => one.values)),
  );
  // A challenge says more of a value than that another source differs.
  return values.map((value) =>
    differing.has(value) && value.state !== 'challenged' ? { ...value, state: 'differing' } : value,
  );
}

function isWithin(least: Decimal, most: Decimal, tolerancePercent: string | null): boolean {
  const difference = minus(most, least);
  const zero = toDecimal('0');
  if (compareDecimals(difference, zero) === 0) return true;
  if (tolerancePercent === null) return false;
  const sizes = [least, most].map((one) => (compareDecimals(one, zero) < 0 ? minus(zero, one) : one));
  const larger = sizes.toSorted(compareDecimals).at(-1) ?? zero;
  return compareDecimals(times(difference, toDecimal('100')), times(larger, toDecimal(tolerancePercent))) <= 0;
}
