import { type CalendarDay, lastOfMonth, plusDays, plusMonths } from '../../platform/time/calendar-day.ts';
import type { Metric } from '../metrics/metric.ts';
import { typedValue } from '../metrics/readable-value.ts';
import { latestOf, type Plan, type PlanItem } from './plan.ts';
import { type DraftedGoal, evenWeights, type PlanDraft } from './plan-draft.ts';
import { MOST_PLAN_METRICS } from './plan-problems.ts';
import { short } from './target-changes.ts';

/** A new plan: the half-year, or the time after the last plan; the metrics of the role that a plan may have. */
export function firstDraft(ofRole: readonly Metric[], today: CalendarDay, after: CalendarDay | undefined): PlanDraft {
  const metricKeys = ofRole
    .filter(({ isSalesTarget }) => !isSalesTarget)
    .slice(0, MOST_PLAN_METRICS)
    .map(({ key }) => key);
  const from = after && after >= today ? plusDays(after, 1) : halfYearOf(today);
  return {
    basedOn: 0,
    from,
    to: lastOfMonth(plusMonths(from, 5)),
    holdsFrom: null,
    reason: null,
    partnerIds: [],
    metricKeys,
    weights: evenWeights(metricKeys),
    goals: {},
  };
}

/** A plan as its latest version has it, to be changed. Why it changes is asked anew. */
export function draftOf(plan: Plan, today: CalendarDay): PlanDraft {
  const { version, from, to, items, signers, reason } = latestOf(plan);
  const isAgreed = plan.versions.some(({ agreedAt }) => agreedAt !== null);
  return {
    basedOn: version,
    from,
    to,
    holdsFrom: isAgreed ? (today < from ? from : today > to ? to : today) : null,
    reason: isAgreed ? null : reason,
    partnerIds: signers.filter(({ capacity }) => capacity === 'partner').map(({ memberId }) => memberId),
    metricKeys: items.map(({ metricKey }) => metricKey),
    weights: Object.fromEntries(items.map(({ metricKey, weight }) => [metricKey, short(weight)])),
    goals: Object.fromEntries(items.map((item) => [item.metricKey, goalOf(item)])),
  };
}

function goalOf(item: PlanItem): DraftedGoal {
  const typed = (value: string) => typedValue(short(value), item);
  return {
    threshold: typed(item.threshold),
    target: typed(item.target),
    cap: item.cap === null ? null : typed(item.cap),
    capCredit: item.cap === null ? null : short(item.capCredit),
    stepsEvery: item.steps[0]?.every ?? null,
    stepTargets: Object.fromEntries(item.steps.map(({ from, target }) => [from, typed(target)])),
    reason: item.reason,
  };
}

function halfYearOf(day: CalendarDay): CalendarDay {
  return `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? '01' : '07'}-01` as CalendarDay;
}
