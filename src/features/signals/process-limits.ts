import { toDecimal, unitsAt } from '../metrics/exact-decimal.ts';

/** What the database keeps of a value. */
const DECIMALS = 10;

/** A value as a whole number of the smallest parts that it can have, to be added and compared without rounding. */
export function exactUnits(value: string): bigint {
  return unitsAt(toDecimal(value), DECIMALS);
}

/** Fewer values than these say nothing about what is usual. */
export const SHORTEST_BASELINE = 8;

/** What is usual for a series, in its own unit. For drawing and printing; comparing is done exactly. */
export interface ProcessLimits {
  mean: number;
  lower: number;
  upper: number;
}

/** The sums behind the limits: nothing is divided, and so nothing rounded, before it is printed. */
export interface Baseline {
  count: number;
  sum: bigint;
  /** Of the differences between neighbours, without their signs. */
  movingRange: bigint;
  last: bigint;
}

export function extendBaseline(baseline: Baseline | undefined, value: bigint): Baseline {
  if (!baseline) return { count: 1, sum: value, movingRange: 0n, last: value };
  const { count, sum, movingRange, last } = baseline;
  const range = value > last ? value - last : last - value;
  return { count: count + 1, sum: sum + value, movingRange: movingRange + range, last: value };
}

/** 1 above the mean, -1 below, 0 on it. */
export function sideOf({ count, sum }: Baseline, value: bigint): -1 | 0 | 1 {
  const times = value * BigInt(count);
  return times > sum ? 1 : times < sum ? -1 : 0;
}

/** Whether a value lies beyond mean ± 2.66 × mean moving range; a value on a limit is inside. */
export function isOutside({ count, sum, movingRange }: Baseline, value: bigint): boolean {
  const n = BigInt(count);
  const distance = value * n > sum ? value * n - sum : sum - value * n;
  return distance * (n - 1n) * 100n > 266n * movingRange * n;
}

export function limitsOf({ count, sum, movingRange }: Baseline): ProcessLimits {
  const n = BigInt(count);
  const width = (sign: 1n | -1n) =>
    plainNumber(sum * (n - 1n) * 100n + sign * 266n * movingRange * n, n * (n - 1n) * 100n);
  return { mean: plainNumber(sum, n), lower: width(-1n), upper: width(1n) };
}

/** Natural process limits (Wheeler's XmR) of these exact decimals; undefined for fewer than eight. */
export function processLimits(values: readonly string[]): ProcessLimits | undefined {
  let baseline: Baseline | undefined;
  for (const value of values) baseline = extendBaseline(baseline, exactUnits(value));
  return baseline && baseline.count >= SHORTEST_BASELINE ? limitsOf(baseline) : undefined;
}

function plainNumber(numerator: bigint, denominator: bigint): number {
  // Six digits more than the values have, which is more than a plain number holds.
  return Number((numerator * 1_000_000n) / denominator) / 10 ** (DECIMALS + 6);
}
