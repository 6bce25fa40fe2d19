import { type CalendarDay, dayOf, plusDays, weekdayOf } from '../../platform/time/calendar-day.ts';

/** The Monday of the week that this moment lies in, for the whole workspace: by UTC. */
export function weekOf(now: Date): CalendarDay {
  const today = dayOf(now, 'UTC');
  return plusDays(today, 1 - weekdayOf(today));
}

/** Names, in the ledger, what one person is asked to verify in a week. */
export function listOccurrence(week: CalendarDay, memberId: string): string {
  return `${week}@${memberId}`;
}
