import { type Comparable, isComparable } from '../observations/comparable.ts';
import {
  type Baseline,
  exactUnits,
  extendBaseline,
  isOutside,
  limitsOf,
  type ProcessLimits,
  SHORTEST_BASELINE,
  sideOf,
} from './process-limits.ts';

/** After so many values limits hardly move any more; from then on they stay. */
const LONGEST_BASELINE = 24;
const RUN_LENGTH = 8;

/** What one period came to, an exact decimal, and what it is measured in and made of. */
export interface ComparableValue extends Comparable {
  value: string;
}

/** Worth talking about, and no verdict. */
export interface Signal {
  /** Its index among the values. */
  at: number;
  /** Beyond a limit, or the last of eight in a row on one side of the mean. */
  kind: 'outside' | 'run';
  side: 'above' | 'below';
}

export interface Reading {
  signals: Signal[];
  /** What was usual as far as it was known when each value came; undefined before there were eight. */
  limits: (ProcessLimits | undefined)[];
  /** How many more values it takes until there are limits for the next one; 0 when there are. */
  missing: number;
}

/**
 * Judges each value by those before it, oldest first; where a period is missing, its neighbours are neighbours. So what comes later never makes or unmakes a signal. The baseline is the first
 * eight to twenty-four values since the metric was last defined anew, or since eight in a row lay on one side: those eight
 * are what is usual from then on, or every later value would be a signal for ever.
 */
export function readSignals(values: readonly ComparableValue[]): Reading {
  const signals: Signal[] = [];
  const limits: (ProcessLimits | undefined)[] = [];
  let baseline: Baseline | undefined;
  let run: { side: -1 | 0 | 1; values: bigint[] } = { side: 0, values: [] };
  let known: ProcessLimits | undefined;
  for (const [at, one] of values.entries()) {
    const before = values[at - 1];
    if (before && !isComparable(before, one)) {
      baseline = undefined;
      run = { side: 0, values: [] };
      known = undefined;
    }
    const exact = exactUnits(one.value);
    limits.push(known);
    if (baseline && baseline.count >= SHORTEST_BASELINE) {
      const side = sideOf(baseline, exact);
      run = side === run.side ? { side, values: [...run.values, exact] } : { side, values: [exact] };
      const isRun = side !== 0 && run.values.length === RUN_LENGTH;
      const kind = isOutside(baseline, exact) ? 'outside' : isRun ? 'run' : undefined;
      if (kind) signals.push({ at, kind, side: side > 0 ? 'above' : 'below' });
      if (isRun) {
        baseline = run.values.reduce<Baseline | undefined>(extendBaseline, undefined);
        run = { side: 0, values: [] };
        known = baseline && limitsOf(baseline);
        continue;
      }
    }
    if (!baseline || baseline.count < LONGEST_BASELINE) {
      baseline = extendBaseline(baseline, exact);
      known = baseline.count >= SHORTEST_BASELINE ? limitsOf(baseline) : undefined;
    }
  }
  return { signals, limits, missing: Math.max(0, SHORTEST_BASELINE - (baseline?.count ?? 0)) };
}
