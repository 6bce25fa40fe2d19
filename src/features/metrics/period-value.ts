import { aggregate } from './aggregate.ts';
import type { Measure } from './metric.ts';
import { type MetricPeriod, periodOf } from './metric-period.ts';
import type { Value } from './trend.ts';
import { isUsable } from './usable-value.ts';

/** What the values of one period come to, by the definition that they were given under. */
export interface PeriodValue extends Measure {
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
    const { unit, format, scaleFrom, scaleTo, frequency, on, version } = last;
    const period = periodOf(frequency, on);
    return [{ period, value, version, count: counted.length, unit, format, scaleFrom, scaleTo }];
  });
}

/**
 * Those of one period's values that count, in their order. Left out is what may not be used; what was given under an earlier
 * definition, since numbers that mean different things do not add up; and what was told twice, since the same work told
 * twice is not twice the work: where a system sent values, those of the system that spoke last count, else the last that
 * people typed about each day.
 */
export function countedIn<V extends Value>(inPeriod: readonly V[]): V[] {
  const usable = inPeriod.filter(isUsable);
  const version = Math.max(...usable.map((value) => value.version));
  const latest = usable.filter((value) => value.version === version);
  const system = latest.findLast(({ source }) => !BY_HAND.includes(source))?.source;
  if (system !== undefined) return latest.filter(({ source }) => source === system);
  return lastOfEachDay(latest);
}

/** What people typed, wherever they typed it. */
export const BY_HAND: readonly string[] = ['check-in', 'progress'];

/** What people typed last about each day, in the order of the days: typed in two places, it is one number. */
export function lastOfEachDay<V extends Pick<Value, 'on'>>(typed: readonly V[]): V[] {
  const lastOn = new Map(typed.map((value) => [value.on, value]));
  return typed.filter((value) => lastOn.get(value.on) === value);
}
