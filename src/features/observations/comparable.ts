import type { MetricMeaning } from '../metrics/metric.ts';

/** What numbers are measured in and made of. Numbers of which one of these differs are not compared and do not add up. */
export type Comparable = Pick<
  MetricMeaning,
  'unit' | 'format' | 'scaleFrom' | 'scaleTo' | 'aggregation' | 'frequency' | 'direction'
>;

/** Why a number is left out for it. */
export const DEFINED_ANEW = 'the metric was defined anew since';

/** Whether numbers given under two definitions mean the same: a name, an owner or a tolerance does not change a number. */
export function isComparable(one: Comparable, other: Comparable): boolean {
  return COMPARED.every((field) => one[field] === other[field]);
}

const COMPARED = [
  ...(['unit', 'format', 'scaleFrom', 'scaleTo'] as const),
  ...(['aggregation', 'frequency', 'direction'] as const),
] satisfies (keyof Comparable)[];
