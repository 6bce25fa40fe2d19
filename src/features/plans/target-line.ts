import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Plan } from './plan.ts';

/**
 * What was aimed at with a metric from each day on, oldest first: the targets of every version that was agreed, each from
 * when it held, and step by step where it has steps.
 */
export function targetLine(plans: readonly Plan[], metricKey: string): { from: CalendarDay; value: string }[] {
  const line: { from: CalendarDay; value: string }[] = [];
  const agreed = plans.flatMap(({ versions }) => versions.filter(({ agreedAt }) => agreedAt !== null));
  for (const { holdsFrom, items } of agreed.toSorted((a, b) => (a.holdsFrom < b.holdsFrom ? -1 : 1))) {
    const item = items.find((one) => one.metricKey === metricKey);
    if (!item) continue;
    const steps = item.steps.map(({ from, target }) => ({ from, value: target }));
    const before = steps.findLast(({ from }) => from <= holdsFrom);
    const first = { from: holdsFrom, value: before?.value ?? item.target };
    const later = steps.filter(({ from }) => from > holdsFrom);
    // A later version takes the place of what the one before it still had ahead.
    while ((line.at(-1)?.from ?? '') >= holdsFrom) line.pop();
    line.push(first, ...later);
  }
  return line;
}
