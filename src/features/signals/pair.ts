import type { Metric } from '../metrics/metric.ts';
import { isComparable } from '../observations/comparable.ts';
import { exactUnits } from './process-limits.ts';
import type { ComparableValue } from './signal.ts';

/** What pairing needs of a metric and its values, oldest first. */
export interface Paired {
  metric: Pick<Metric, 'key' | 'name' | 'direction' | 'leadsToKey' | 'counterMetricKey'>;
  periods: readonly ComparableValue[];
}

/** Two that are read together: a leading metric with what it should move, or one of speed with what it could cost. */
export interface Pair<T extends Paired> {
  kind: 'leads-to' | 'counter';
  first: T;
  second: T;
}

/** Every pair among these, a counter-metric before a lagging one: it is the one that warns. */
export function pairsAmong<T extends Paired>(all: readonly T[]): Pair<T>[] {
  const ofKey = new Map(all.map((one) => [one.metric.key, one]));
  const pairsBy = (kind: Pair<T>['kind'], keyOf: (one: T) => string | null) =>
    all.flatMap((first) => {
      const second = ofKey.get(keyOf(first) ?? '');
      return second && second !== first ? [{ kind, first, second }] : [];
    });
  const pairs = [
    ...pairsBy('counter', ({ metric }) => metric.counterMetricKey),
    ...pairsBy('leads-to', ({ metric }) => metric.leadsToKey),
  ];
  const isSame = (a: Pair<T>, b: Pair<T>) =>
    (a.first === b.first && a.second === b.second) || (a.first === b.second && a.second === b.first);
  return pairs.filter((pair, at) => pairs.findIndex((other) => isSame(pair, other)) === at);
}

/** Fewer values have no two halves worth comparing. */
const FEWEST_FOR_DRIFT = 4;

export type Drift = 'better' | 'worse' | 'level';

/**
 * Whether the later half of the values that can be compared with the latest is on average better than the earlier half;
 * of an odd number the middle one belongs to neither. Undefined for fewer than four.
 */
export function driftOf({ metric, periods }: Paired): Drift | undefined {
  const latest = periods.at(-1);
  const comparable = periods
    .filter((period) => latest && isComparable(period, latest))
    .map(({ value }) => exactUnits(value));
  if (comparable.length < FEWEST_FOR_DRIFT) return undefined;
  const half = Math.floor(comparable.length / 2);
  const sum = (numbers: bigint[]) => numbers.reduce((total, number) => total + number, 0n);
  const difference = sum(comparable.slice(-half)) - sum(comparable.slice(0, half));
  if (difference === 0n) return 'level';
  return difference > 0n === (metric.direction === 'higher') ? 'better' : 'worse';
}

/** Whether one gets better while what it could cost gets worse. Says that they move apart, not why. */
export function movesApart<T extends Paired>({ kind, first, second }: Pair<T>): boolean {
  return kind === 'counter' && driftOf(first) === 'better' && driftOf(second) === 'worse';
}

/** Each metric with what it is to the one before it, so that pairs stand side by side; everything else keeps its order. */
export function sideBySide<T extends Paired>(all: readonly T[]): { one: T; besides: Pair<T>['kind'] | null }[] {
  const pairs = pairsAmong(all);
  const placed = new Set<T>();
  return all.flatMap((first) => {
    if (placed.has(first)) return [];
    placed.add(first);
    const partners = pairs.filter((pair) => pair.first === first && !placed.has(pair.second));
    for (const { second } of partners) placed.add(second);
    return [{ one: first, besides: null }, ...partners.map(({ kind, second }) => ({ one: second, besides: kind }))];
  });
}
