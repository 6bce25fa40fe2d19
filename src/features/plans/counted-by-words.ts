import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';

/** Stands beside a score once a plan was changed: the score is of the whole plan, by what holds now (decision 19). */
export function countedByWords({ from, holdsFrom }: { from: CalendarDay; holdsFrom: CalendarDay }): string {
  return holdsFrom > from ? `, all of it by what holds since ${readableDay(holdsFrom)}` : '';
}
