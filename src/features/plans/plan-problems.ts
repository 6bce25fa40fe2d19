import { type CalendarDay, plusMonths, readableDay } from '../../platform/time/calendar-day.ts';
import { compareDecimals, fromDecimal, minus, plus, toDecimal } from '../metrics/exact-decimal.ts';
import type { Metric } from '../metrics/metric.ts';
import { readTypedNumber } from '../metrics/typed-number.ts';

export const MOST_PLAN_METRICS = 5;
/** With the employee and the manager they fill a group conversation of Slack. */
const MOST_PARTNERS = 6;
const MOST_PLAN_MONTHS = 12;

/** Which field of the form a problem stands at. */
export type PlanField = 'from' | 'to' | 'holdsFrom' | 'metrics' | 'partners' | 'reason' | `weight:${string}`;

export interface PlanProblem {
  at: PlanField;
  message: string;
}

export interface DraftedPlan {
  memberId: string;
  from: CalendarDay | null;
  to: CalendarDay | null;
  /** Null for a plan of which no version is agreed yet. */
  change: { holdsFrom: CalendarDay | null } | null;
  reason: string | null;
  partners: { id: string; name: string; status: 'here' | 'gone' | 'bot' | 'unknown' }[];
  managerId: string;
  metrics: Metric[];
  /** As typed, by metric key. */
  weights: Readonly<Record<string, string>>;
  /** What metrics are called, for those that are named and not picked. */
  nameOf(metricKey: string): string;
}

/** Everything that keeps a plan from being saved, each at its field. The numbers of a metric are goal-problems.ts. */
export function planProblems(plan: DraftedPlan): PlanProblem[] {
  return [
    ...timeProblems(plan),
    ...metricProblems(plan),
    ...weightProblems(plan),
    ...partnerProblems(plan),
    ...(plan.reason?.trim()
      ? []
      : [problem('reason', plan.change ? 'Say why it changes.' : 'Say what this plan is for.')]),
  ];
}

function timeProblems({ from, to, change }: DraftedPlan): PlanProblem[] {
  const holdsFrom = change?.holdsFrom;
  return [
    ...(from ? [] : [problem('from', 'Pick the first day.')]),
    ...(to ? [] : [problem('to', 'Pick the last day.')]),
    ...(from && to && to <= from ? [problem('to', 'The last day must come after the first.')] : []),
    ...(from && to && to > plusMonths(from, MOST_PLAN_MONTHS)
      ? [problem('to', 'A plan is for a year at most. Plan the time after it when this one ends.')]
      : []),
    ...(change && !holdsFrom ? [problem('holdsFrom', 'Pick the day from which on the change holds.')] : []),
    ...(holdsFrom && from && to && (holdsFrom < from || holdsFrom > to)
      ? [problem('holdsFrom', `Pick a day of the plan, ${readableDay(from)} to ${readableDay(to)}.`)]
      : []),
  ];
}

function metricProblems({ metrics, nameOf }: DraftedPlan): PlanProblem[] {
  if (metrics.length === 0) return [problem('metrics', 'Pick the metrics: at least one leading and one lagging.')];
  const isPicked = (key: string) => metrics.some((metric) => metric.key === key);
  const words: string[] = [];
  if (metrics.length > MOST_PLAN_METRICS) {
    words.push(`These are ${metrics.length}. More than ${MOST_PLAN_METRICS} metrics steer nothing: leave some out.`);
  }
  for (const timing of ['leading', 'lagging'] as const) {
    if (metrics.some((metric) => metric.timing === timing)) continue;
    const why = timing === 'leading' ? 'it warns in time' : 'it shows whether it helped the client';
    words.push(`None of these is ${timing}. Add at least one: ${why}.`);
  }
  for (const { name, isSalesTarget, isSpeed, counterMetricKey, source, dataOwnerId } of metrics) {
    if (isSalesTarget) {
      words.push(
        `${name} is a sales target. It is not for a role that moves client outcomes indirectly: leave it out.`,
      );
    }
    if (isSpeed && counterMetricKey === null) {
      words.push(`${name} measures speed and has no counter-metric. It needs one in its definition first.`);
    } else if (isSpeed && counterMetricKey !== null && !isPicked(counterMetricKey)) {
      words.push(`${name} measures speed: add its counter-metric, ${nameOf(counterMetricKey)}.`);
    }
    if (source.trim() === '') words.push(`Nobody said where ${name} comes from. It needs a source in its definition.`);
    if (dataOwnerId === null) words.push(`Nobody answers for ${name}. It needs a data owner in its definition.`);
  }
  return words.length === 0 ? [] : [problem('metrics', words.join(' '))];
}

const WEIGHT = { unit: '%', format: 'count', scaleFrom: null, scaleTo: null } as const;

function weightProblems({ metrics, weights }: DraftedPlan): PlanProblem[] {
  const read = metrics.map(({ key }) => ({ at: `weight:${key}` as const, weight: readWeight(weights[key]) }));
  const unreadable = read.filter(({ weight }) => weight === undefined);
  if (unreadable.length > 0) {
    return unreadable.map(({ at }) => problem(at, 'Write a weight in percent, above 0, such as 25.'));
  }
  const sum = read.map(({ weight = '0' }) => toDecimal(weight)).reduce(plus, toDecimal('0'));
  const short = minus(toDecimal('100'), sum);
  if (read.length === 0 || short.units === 0n) return [];
  const by = fromDecimal({ ...short, units: short.units < 0n ? -short.units : short.units });
  const words = `All weights together are ${fromDecimal(sum)}%, which is ${by} too ${short.units > 0n ? 'little' : 'much'}.`;
  return read.map(({ at }) => problem(at, words));
}

/** An exact decimal above zero; undefined for anything else that somebody typed. */
export function readWeight(typed: string | undefined): string | undefined {
  const read = readTypedNumber(typed, WEIGHT);
  if (!read.ok || read.value === null) return undefined;
  return compareDecimals(toDecimal(read.value), toDecimal('0')) > 0 ? read.value : undefined;
}

function partnerProblems({ memberId, managerId, partners }: DraftedPlan): PlanProblem[] {
  const words = partners.flatMap(({ id, name, status }) => {
    if (id === memberId) return ['The plan is theirs: they sign it anyway.'];
    if (id === managerId) return ['The manager signs it anyway.'];
    if (status === 'gone') return [`${name} left: pick somebody else.`];
    return status === 'here' ? [] : ['Pick people of this workspace.'];
  });
  if (partners.length > MOST_PARTNERS) {
    words.push(`At most ${MOST_PARTNERS} partners fit the conversation in which a plan is agreed.`);
  }
  return words.length === 0 ? [] : [problem('partners', [...new Set(words)].join(' '))];
}

function problem(at: PlanField, message: string): PlanProblem {
  return { at, message };
}
