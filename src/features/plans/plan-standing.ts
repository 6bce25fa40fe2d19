import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { aggregate } from '../observations/aggregate.ts';
import { DEFINED_ANEW, isComparable } from '../observations/comparable.ts';
import { valuesByPeriod } from '../observations/period-value.ts';
import type { Value } from '../observations/trend.ts';
import { whyLeftOut } from '../observations/usable-value.ts';
import { attainmentOf } from './attainment.ts';
import type { Fraction } from './fraction.ts';
import type { PlanItem, PlanVersion } from './plan.ts';
import { type PlanScore, planScore } from './plan-score.ts';
import { stepOn } from './step.ts';

/** A value that counts nowhere for now, and why. */
interface LeftOut {
  on: CalendarDay;
  value: string;
  because: string;
}

export interface ItemStanding {
  item: PlanItem;
  /** What is aimed at in the time of the value: of its month or quarter, where the plan has steps. */
  target: string;
  /** What the values come to; null, none may be used. */
  value: string | null;
  attainment: Fraction | null;
  /** Why the metric is left out of the score; null, it is in it. */
  because: string | null;
  leftOut: LeftOut[];
}

export interface PlanStanding {
  version: PlanVersion;
  items: ItemStanding[];
  score: PlanScore;
}

/**
 * How a plan stands on a day, by the values from its first day to that day. A metric's periods come to one number by its
 * own aggregation; where it has steps, those of the last month or quarter that has a usable value, against its target.
 */
export function planStanding(
  version: PlanVersion,
  valuesOf: (metricKey: string) => readonly Value[],
  on: CalendarDay,
): PlanStanding {
  const items = version.items.map((item) => {
    const values = valuesOf(item.metricKey).filter((value) => value.on >= version.from && value.on <= on);
    return itemStanding(item, values);
  });
  const score = planScore(items.map(({ item: { weight }, attainment }) => ({ weight, attainment })));
  return { version, items, score };
}

function itemStanding(item: PlanItem, values: readonly Value[]): ItemStanding {
  const leftOut = values.flatMap((value) => {
    const because = whyLeftOut(value) ?? whyNotComparable(item, value);
    // What another value has taken the place of is not missed.
    return because === undefined || value.state === 'corrected' ? [] : [{ on: value.on, value: value.value, because }];
  });
  const comparable = values.filter((value) => whyNotComparable(item, value) === undefined);
  const periods = valuesByPeriod(comparable);
  const last = periods.at(-1);
  const step = last && stepOn(item, last.period.to);
  const counted = step
    ? periods.filter(({ period }) => stepOn(item, period.to)?.period.from === step.period.from)
    : periods;
  const target = step?.target ?? item.target;
  const value =
    aggregate(
      counted.map((period) => period.value),
      item,
    ) ?? null;
  if (value !== null) {
    return { item, target, value, attainment: attainmentOf(value, { ...item, target }), because: null, leftOut };
  }
  const because = [...new Set(leftOut.map((one) => one.because))].join('; ') || 'no value yet';
  return { item, target, value, attainment: null, because, leftOut };
}

/** A number counts only as it was measured when the plan was agreed. */
function whyNotComparable(item: PlanItem, value: Value): string | undefined {
  return isComparable(item, value) ? undefined : `${DEFINED_ANEW} the plan was agreed`;
}
