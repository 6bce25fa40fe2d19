import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { compareDecimals, toDecimal } from '../metrics/exact-decimal.ts';
import type { Metric, MetricMeaning } from '../metrics/metric.ts';
import { isRunning } from '../metrics/metric-period.ts';
import { readableNumber, readableValue } from '../metrics/readable-value.ts';
import { type Comparable, isComparable } from './comparable.ts';
import { type PeriodValue, valuesByPeriod } from './period-value.ts';
import type { ValueState } from './usable-value.ts';

/** One value as it was given, with its definition as it was then (comparable.ts tells which change breaks the trend). */
export interface Value extends Comparable, Pick<MetricMeaning, 'needsVerification'> {
  /** The day that it is about. */
  on: CalendarDay;
  /** An exact decimal. Days without a value are not in the list: a missing number is missing, not zero. */
  value: string;
  /** Of its definition. */
  version: number;
  state: ValueState;
  /** How it came to us: `check-in`, `progress`, or the key of a source that sends values. */
  source: string;
}

/** One member's values of one metric, oldest first. */
export interface Trend {
  /** As it is defined now. */
  metric: Metric;
  /** Whether it is asked of the member now; it stays on record when it is not. */
  isAsked: boolean;
  /** All that stand, and those that may not be used (usable-value.ts). */
  values: Value[];
}

export type Movement = 'rising' | 'falling' | 'level';

/**
 * From the first to the last period that can be compared with the latest; none where there are fewer than two. It
 * describes and does not judge.
 */
export function movementOf(periods: PeriodValue[]): Movement | undefined {
  const latest = periods.at(-1);
  const comparable = periods.filter((period) => latest && isComparable(period, latest));
  const first = comparable.at(0);
  if (!first || !latest || comparable.length < 2) return undefined;
  const difference = compareDecimals(toDecimal(latest.value), toDecimal(first.value));
  return difference > 0 ? 'rising' : difference < 0 ? 'falling' : 'level';
}

/** Periods in a row, each stretch with its unit: `3.9 → 3.1 hours (then defined anew) → 180 minutes`. */
export function readableRow(periods: PeriodValue[]): string {
  return periods
    .map((period, at) => {
      const next = periods[at + 1];
      if (!next) return readableValue(period.value, period);
      return isComparable(next, period)
        ? `${readableNumber(period.value, period)} → `
        : `${readableValue(period.value, period)} (then defined anew) → `;
    })
    .join('');
}

const SHOWN_PERIODS = 4;

/**
 * The last periods in a row and what they do: `3.9 → 3.4 → 3.1 hours, falling (lower is better)`. Of the period that is
 * running it is said that more may come, and a sum that still grows is compared with nothing.
 */
export function readableTrend({ metric, isAsked, values }: Trend, today: CalendarDay): string {
  const last = valuesByPeriod(values).slice(-SHOWN_PERIODS);
  if (last.length === 0) return 'no value yet';
  const movement = movementOf(last.filter((period) => !isGrowing(period, today)));
  const does = movement ? `${movement} (${metric.direction} is better)` : last.length === 1 ? 'the first value' : null;
  return (
    [`${readableRow(last)}${soFar(last, today)}`, does].filter(Boolean).join(', ') +
    (isAsked ? '' : '; not asked any more')
  );
}

/** Behind the last of these periods, while it is running. */
export function soFar(periods: readonly PeriodValue[], today: CalendarDay): string {
  const last = periods.at(-1);
  return last && isRunning(last.period, today) ? ' so far' : '';
}

/** A sum whose period is not over: it says nothing yet of whether there will be more or less. */
export function isGrowing(
  { aggregation, period }: Pick<PeriodValue, 'aggregation' | 'period'>,
  today: CalendarDay,
): boolean {
  return aggregation === 'sum' && isRunning(period, today);
}
