import type { CalendarDay } from '../../platform/time/calendar-day.ts';

/** Names one number of a member in a form or button: the metric and the first day of its period. */
export function numberName(metricKey: string, periodOn: CalendarDay): string {
  return `${periodOn} ${metricKey}`;
}

/** Undefined for what names no number. */
export function readNumberName(name: string): { metricKey: string; periodOn: CalendarDay } | undefined {
  const [, periodOn, metricKey] = /^(\d{4}-\d{2}-\d{2}) (.+)$/.exec(name) ?? [];
  return periodOn && metricKey ? { metricKey, periodOn: periodOn as CalendarDay } : undefined;
}
