import { type CalendarDay, plusDays } from '../platform/time/calendar-day.ts';

/** The story: an installation on a Monday, thirteen Thursdays, and the evidence for the reviews after them. */
export const WEEKS = 13;
export const INSTALLED_AT = new Date('2026-01-05T08:00:00Z');
export const REVIEW_DIGEST_ON: CalendarDay = '2026-04-07';
/** When everybody everywhere has read their evidence. */
export const STORY_ENDS_AT = new Date('2026-04-07T22:00:00Z');

const WEEK_MILLISECONDS = 7 * 24 * 60 * 60_000;
const FIRST_THURSDAY: CalendarDay = '2026-01-08';

/** The week whose Thursday came last; the first one also before that. */
export function weekOf(now: Date): number {
  return Math.max(1, Math.floor((now.getTime() - Date.parse(FIRST_THURSDAY)) / WEEK_MILLISECONDS) + 1);
}

/** Weeks count from 1. */
export function thursdayOf(week: number): CalendarDay {
  return plusDays(FIRST_THURSDAY, (week - 1) * 7);
}
