import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { compareDecimals, toDecimal } from '../metrics/exact-decimal.ts';
import type { Measure } from '../metrics/metric.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { readTypedNumber } from '../metrics/typed-number.ts';
import { type Goal, USUAL_CAP_CREDIT } from './attainment.ts';
import type { DraftedGoal } from './plan-draft.ts';
import { type Step, stepsOf } from './step.ts';

/** A field of the form, `step:2026-03-01` for the target of a month. */
export type GoalField = 'threshold' | 'target' | 'cap' | 'capCredit' | 'reason' | `step:${string}`;

export interface GoalProblem {
  at: GoalField;
  message: string;
}

export type GoalReading =
  | { ok: true; goal: Goal & { steps: Step[]; reason: string } }
  /** All of them, at most one for a field. */
  | { ok: false; problems: GoalProblem[] };

const MOST_CAP_CREDIT = '2';

interface Time {
  from: CalendarDay;
  to: CalendarDay;
}

/**
 * Reads the numbers of one metric as they were typed, in the format of the metric: threshold, targets on the way, target
 * and cap must stand in this order for its direction, and a reason beside them.
 */
export function readGoal(
  drafted: DraftedGoal,
  metric: Measure & Pick<Goal, 'direction'>,
  time: Time | null,
): GoalReading {
  const problems = new Map<GoalField, string>();
  const report = (at: GoalField, message: string) => {
    if (!problems.has(at)) problems.set(at, message);
  };
  const number = (at: GoalField, typed: string | null, measure: Measure = metric): string | null => {
    const read = readTypedNumber(typed, measure);
    if (!read.ok) report(at, read.problem.replace(' or leave it empty for no value this time.', ''));
    return read.ok ? read.value : null;
  };

  const threshold = number('threshold', drafted.threshold);
  const target = number('target', drafted.target);
  const cap = number('cap', drafted.cap);
  const capCredit = number('capCredit', drafted.capCredit, CREDIT) ?? USUAL_CAP_CREDIT;
  const steps = readSteps(drafted, time, number);
  const reason = drafted.reason?.trim() ?? '';

  if (threshold === null) report('threshold', 'Say from which value on something is credited.');
  if (target === null) report('target', 'Say what is aimed at.');
  if (reason === '') report('reason', 'Say why this number, in a sentence.');
  if (cap === null && drafted.capCredit !== null && drafted.cap === null) {
    report('cap', 'A credit at the cap needs a cap. Give one, or leave both empty.');
  }
  if (isBetter(capCredit, '1', 'lower') || isBetter(capCredit, MOST_CAP_CREDIT, 'higher')) {
    report('capCredit', `Write a credit from 1 to ${MOST_CAP_CREDIT}, such as ${USUAL_CAP_CREDIT}; 1 is the whole.`);
  }
  const { direction } = metric;
  const way = `For this metric ${direction} is better:`;
  const shown = (value: string) => readableValue(value, metric);
  if (threshold !== null && target !== null && !isBetter(target, threshold, direction)) {
    report('target', `${way} the target must be ${direction} than the threshold, ${shown(threshold)}.`);
  }
  if (target !== null && cap !== null && !isBetter(cap, target, direction)) {
    report('cap', `${way} the cap must be ${direction} than the target, ${shown(target)}.`);
  }
  for (const step of steps) {
    if (threshold !== null && !isBetter(step.target, threshold, direction)) {
      report(`step:${step.from}`, `${way} it must be ${direction} than the threshold, ${shown(threshold)}.`);
    }
    if (cap !== null && !isBetter(cap, step.target, direction)) {
      report(`step:${step.from}`, `${way} it must not reach the cap, ${shown(cap)}.`);
    }
  }
  if (problems.size > 0 || threshold === null || target === null) {
    return { ok: false, problems: [...problems].map(([at, message]) => ({ at, message })) };
  }
  return { ok: true, goal: { direction, threshold, target, cap, capCredit, steps, reason } };
}

const CREDIT: Measure = { unit: '', format: 'count', scaleFrom: null, scaleTo: null };

function readSteps(
  { stepsEvery: every, stepTargets }: DraftedGoal,
  time: Time | null,
  number: (at: GoalField, typed: string | null) => string | null,
): Step[] {
  if (every === null || time === null) return [];
  return stepsOf(every, time.from, time.to).flatMap(({ from }) => {
    const target = number(`step:${from}`, stepTargets[from] ?? null);
    return target === null ? [] : [{ from, every, target }];
  });
}

function isBetter(one: string, other: string, direction: 'higher' | 'lower'): boolean {
  const difference = compareDecimals(toDecimal(one), toDecimal(other));
  return direction === 'higher' ? difference > 0 : difference < 0;
}

/** Where a field is not at hand, its name goes before the words. */
export function readableGoalProblem({ at, message }: GoalProblem): string {
  return `${fieldName(at)}: ${message}`;
}

function fieldName(at: GoalField): string {
  switch (at) {
    case 'threshold':
      return 'Threshold';
    case 'target':
      return 'Target';
    case 'cap':
      return 'Cap';
    case 'capCredit':
      return 'Credit at the cap';
    case 'reason':
      return 'Reason';
    default:
      return `Target of ${at.slice('step:'.length)}`;
  }
}
