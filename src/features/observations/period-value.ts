import { type MetricPeriod, periodOf } from '../metrics/metric-period.ts';
import { aggregate } from './aggregate.ts';
import { type Comparable, isComparable } from './comparable.ts';
import type { Value } from './trend.ts';
import { isUsable } from './usable-value.ts';

/** What the values of one period come to, by the definition that they were given under. */
export interface PeriodValue extends Comparable {
  period: MetricPeriod;
  value: string;
  version: number;
  /** How many values it is made of. */
  count: number;
}

/** The number that each period stands for, oldest first, from values in the order of their days. */
export function valuesByPeriod(values: readonly Value[]): PeriodValue[] {
  // By its last day: where a week and a month end together, the definition changed, and the later one counts.
  const ofPeriod = Map.groupBy(values, ({ frequency, on }) => periodOf(frequency, on).to);
  return [...ofPeriod.values()].flatMap((inPeriod) => {
    const counted = countedIn(inPeriod);
    const last = counted.at(-1);
    const texts = counted.map(({ value }) => value);
    const value = last && aggregate(texts, last);
    if (!last || value === undefined) return [];
    const { unit, format, scaleFrom, scaleTo, aggregation, frequency, direction, on, version } = last;
    const measured = { unit, format, scaleFrom, scaleTo, aggregation, frequency, direction };
    return [{ period: periodOf(frequency, on), value, version, count: counted.length, ...measured }];
  });
}

/**
 * Those of one period's values that count, in their order. Left out is what may not be used; what cannot be compared with
 * the latest definition among them, since numbers that mean different things do not add up; and what was told twice, since
 * the same work told twice is not twice the work: where a system sent values, those of the system that spoke last count,
 * else the last that people typed about each day.
 */
export function countedIn<V extends Value>(inPeriod: readonly V[]): V[] {
  const usable = inPeriod.filter(isUsable);
  const latest = comparableWithLatest(usable);
  const system = latest.findLast(({ source }) => !BY_HAND.includes(source))?.source;
  if (system !== undefined) return latest.filter(({ source }) => source === system);
  return lastOfEachDay(latest);
}

/** Those of these values that can be compared with the latest definition among them. */
export function comparableWithLatest<V extends Value>(values: readonly V[]): V[] {
  const [latest] = values.toSorted((one, other) => other.version - one.version);
  return latest ? values.filter((value) => isComparable(value, latest)) : [];
}

/** What people typed, wherever they typed it. */
export const BY_HAND: readonly string[] = ['check-in', 'progress'];

/** What people typed last about each day, in the order of the days: typed in two places, it is one number. */
export function lastOfEachDay<V extends Pick<Value, 'on'>>(typed: readonly V[]): V[] {
  const lastOn = new Map(typed.map((value) => [value.on, value]));
  return typed.filter((value) => lastOn.get(value.on) === value);
}
