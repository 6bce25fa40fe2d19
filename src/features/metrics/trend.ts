import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Metric } from './metric.ts';
import { readableValue } from './readable-value.ts';

export interface Value {
  on: CalendarDay;
  /** An exact decimal. Periods without a value are not in the list: a missing number is missing, not zero. */
  value: string;
  /** As the definition had it under which the value was given; a change of definition breaks the trend. */
  unit: string;
  version: number;
}

/** One member's values of one metric, oldest first. */
export interface Trend {
  /** As it is defined now. */
  metric: Metric;
  /** Whether it is asked of the member now; it stays on record when it is not. */
  isAsked: boolean;
  values: Value[];
}

export type Movement = 'rising' | 'falling' | 'level';

/**
 * From the first to the last of the values under the latest definition; none where there are fewer than two. It describes
 * and does not judge.
 */
export function movementOf(values: Value[]): Movement | undefined {
  const latest = values.at(-1);
  const comparable = values.filter(({ version }) => version === latest?.version);
  const first = comparable.at(0);
  if (!first || !latest || comparable.length < 2) return undefined;
  const difference = Number(latest.value) - Number(first.value);
  return difference > 0 ? 'rising' : difference < 0 ? 'falling' : 'level';
}

/** Values in a row, each stretch with its unit: `3.9 → 3.1 hours (then defined anew) → 180 minutes`. */
export function readableRow(values: Value[]): string {
  return values
    .map(({ value, unit, version }, at) => {
      const next = values[at + 1];
      if (!next) return readableValue(value, unit);
      return next.version === version
        ? `${readableValue(value, '')} → `
        : `${readableValue(value, unit)} (then defined anew) → `;
    })
    .join('');
}

/** The last values in a row and what they do: `3.9 → 3.4 → 3.1 hours, falling (lower is better)`. */
export function readableTrend({ metric, isAsked, values }: Trend, howMany = 4): string {
  const last = values.slice(-howMany);
  if (last.length === 0) return 'no value yet';
  const movement = movementOf(last);
  const does = movement ? `${movement} (${metric.direction} is better)` : 'the first value';
  return `${readableRow(last)}, ${does}${isAsked ? '' : '; not asked any more'}`;
}
