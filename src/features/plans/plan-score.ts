import { compare, dividedBy, type Fraction, fractionOf, plus, times } from './fraction.ts';

/** Under so much of the weight with a usable value, a plan has no score. */
const LEAST_COVERAGE = '0.6';

export interface ScoredItem {
  /** A decimal above zero; the weights of a plan come to 100, and need not here. */
  weight: string;
  /** Null where there is no usable value: it is left out, which is not zero. */
  attainment: Fraction | null;
}

export type PlanScore =
  | { outcome: 'scored'; score: Fraction; coverage: Fraction }
  | { outcome: 'not-enough-evidence'; coverage: Fraction };

/**
 * The mean of the attainments, weighted among those that there are; coverage is their weight in all weight. Exact: who
 * shows it rounds. Below 60 % coverage it is not enough evidence, and not a number. Throws where there is no weight.
 */
export function planScore(items: readonly ScoredItem[]): PlanScore {
  const nothing = fractionOf('0');
  const usable = items.flatMap(({ weight, attainment }) =>
    attainment === null ? [] : [{ weight: fractionOf(weight), attainment }],
  );
  const allWeight = items.map(({ weight }) => fractionOf(weight)).reduce(plus, nothing);
  const usableWeight = usable.map(({ weight }) => weight).reduce(plus, nothing);
  const coverage = dividedBy(usableWeight, allWeight);
  if (compare(coverage, fractionOf(LEAST_COVERAGE)) < 0) return { outcome: 'not-enough-evidence', coverage };
  const credited = usable.map(({ weight, attainment }) => times(weight, attainment)).reduce(plus, nothing);
  return { outcome: 'scored', score: dividedBy(credited, usableWeight), coverage };
}
