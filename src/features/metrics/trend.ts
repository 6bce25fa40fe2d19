import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Metric } from './metric.ts';
import { readableValue } from './readable-value.ts';

export interface Value {
  on: CalendarDay;
  /** An exact decimal. Periods without a value are not in the list: a missing number is missing, not zero. */
  value: string;
}

/** One member's values of one metric, oldest first. */
export interface Trend {
  metric: Metric;
  values: Value[];
}

export type Movement = 'rising' | 'falling' | 'level';

/** From the first to the last of the values; none where there are fewer than two. It describes and does not judge. */
export function movementOf(values: Value[]): Movement | undefined {
  const first = values.at(0);
  const last = values.at(-1);
  if (!first || !last || values.length < 2) return undefined;
  const difference = Number(last.value) - Number(first.value);
  return difference > 0 ? 'rising' : difference < 0 ? 'falling' : 'level';
}

/** The last values in a row and what they do: `3.9 → 3.4 → 3.1 hours, falling (lower is better)`. */
export function readableTrend({ metric, values }: Trend, howMany = 4): string {
  const last = values.slice(-howMany);
  const latest = last.at(-1);
  if (!latest) return 'no value yet';
  const earlier = last.slice(0, -1).map(({ value }) => readableValue(value, ''));
  const row = [...earlier, readableValue(latest.value, metric.unit)].join(' → ');
  const movement = movementOf(last);
  return movement ? `${row}, ${movement} (${metric.direction} is better)` : `${row}, the first value`;
}
