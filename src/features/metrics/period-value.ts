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

/**
 * The number that each period stands for, oldest first, from values in the order of their days. Values that may not be used
 * are left out. Where a period holds values of two definitions, the later one counts: numbers that mean different things do
 * not add up. Where it holds values of several sources, one of them counts (`theOneSource`): the same work told twice is
 * not twice the work.
 */
export function valuesByPeriod(values: readonly Value[]): PeriodValue[] {
  const usable = values.filter(isUsable);
  const ofPeriod = Map.groupBy(usable, ({ frequency, on }) => periodOf(frequency, on).to);
  return [...ofPeriod.values()].flatMap((inPeriod) => {
    const version = Math.max(...inPeriod.map((value) => value.version));
    const counted = theOneSource(inPeriod.filter((value) => value.version === version));
    const last = counted.at(-1);
    const value =
      last &&
      aggregate(
        counted.map(({ value }) => value),
        last,
      );
    if (!last || value === undefined) return [];
    const { unit, format, scaleFrom, scaleTo, frequency, on } = last;
    const period = periodOf(frequency, on);
    return [{ period, value, version, count: counted.length, unit, format, scaleFrom, scaleTo }];
  });
}

const BY_HAND = ['check-in', 'progress'];

/** What a system sent comes before what people typed; of two systems, the one that spoke last. */
function theOneSource(values: Value[]): Value[] {
  const bySystem = values.filter(({ source }) => !BY_HAND.includes(source));
  const source = bySystem.at(-1)?.source;
  return source === undefined ? values : values.filter((value) => value.source === source);
}
