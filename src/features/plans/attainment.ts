import { compare, dividedBy, type Fraction, fractionOf, minus, plus, times } from './fraction.ts';

/** What is aimed at. Decimals as text, in the unit of the metric; in order for its direction (goal-problems.ts). */
export interface Goal {
  direction: 'higher' | 'lower';
  /** Nothing is credited here, nor on the wrong side of it. */
  threshold: string;
  /** All is credited here. */
  target: string;
  /** From here on no more is credited. Null, from the target on. */
  cap: string | null;
  /** What is credited at the cap: at least 1, which is the whole. */
  capCredit: string;
}

export const USUAL_CAP_CREDIT = '1.2';

const NOTHING = fractionOf('0');
const WHOLE = fractionOf('1');

/**
 * How much of a goal a value attains, exactly: 0 at the threshold, 1 at the target, the cap credit at the cap, linear
 * between them and level beyond. Lower is better: the same, mirrored. Throws where threshold, target or cap are equal.
 */
export function attainmentOf(value: string, goal: Goal): Fraction {
  const sign = fractionOf(goal.direction === 'higher' ? '1' : '-1');
  const along = (decimal: string) => times(sign, fractionOf(decimal));
  const [reached, threshold, target] = [along(value), along(goal.threshold), along(goal.target)];
  if (compare(reached, threshold) <= 0) return NOTHING;
  if (compare(reached, target) <= 0) return partOf(reached, threshold, target);
  if (goal.cap === null) return WHOLE;
  const [cap, most] = [along(goal.cap), fractionOf(goal.capCredit)];
  if (compare(reached, cap) >= 0) return most;
  return plus(WHOLE, times(partOf(reached, target, cap), minus(most, WHOLE)));
}

/** Where `reached` stands on the way: 0 at `from`, 1 at `to`. */
function partOf(reached: Fraction, from: Fraction, to: Fraction): Fraction {
  return dividedBy(minus(reached, from), minus(to, from));
}
