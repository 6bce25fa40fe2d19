import { compareDecimals, type Decimal, dividedBy, fromDecimal, plus, toDecimal } from '../metrics/exact-decimal.ts';
import type { Aggregation, UnitFormat } from '../metrics/metric.ts';

/** No value has more decimals than the database keeps. */
const MOST_DECIMALS = 10;

/**
 * What the values of one period come to, given oldest first; undefined where there are none. All of it is exact, but for a
 * mean, and the median of an even number: they are rounded, a half away from zero, to two decimals more than the finest of
 * the values has, and a duration to no more than that, so whole seconds stay whole.
 */
export function aggregate(
  values: readonly string[],
  { aggregation, format }: { aggregation: Aggregation; format: UnitFormat },
): string | undefined {
  const decimals = values.map(toDecimal);
  const [first] = decimals;
  if (!first) return undefined;
  return fromDecimal(aggregations[aggregation]([first, ...decimals.slice(1)], format === 'duration' ? 0 : 2));
}

/** `finer`: how many decimals more than its values a rounded result has. */
type Aggregate = (values: [Decimal, ...Decimal[]], finer: number) => Decimal;

const aggregations: Record<Aggregation, Aggregate> = {
  last: (values) => values.at(-1) ?? values[0],
  sum: (values) => values.reduce(plus),
  mean,
  median(values, finer) {
    const sorted = values.toSorted(compareDecimals);
    const half = Math.floor(sorted.length / 2);
    const [middle = values[0], next] = sorted.slice(sorted.length % 2 === 1 ? half : half - 1, half + 1);
    return next ? mean([middle, next], finer) : middle;
  },
  minimum: (values) => values.reduce((one, other) => (compareDecimals(one, other) <= 0 ? one : other)),
  maximum: (values) => values.reduce((one, other) => (compareDecimals(one, other) >= 0 ? one : other)),
};

function mean(values: [Decimal, ...Decimal[]], finer: number): Decimal {
  const finest = Math.max(...values.map(({ decimals }) => decimals));
  const count = { units: BigInt(values.length), decimals: 0 };
  return dividedBy(values.reduce(plus), count, Math.min(MOST_DECIMALS, finest + finer));
}
