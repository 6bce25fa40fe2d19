import type { WorkingCalendar } from '../people/working-calendar.ts';
import { type Cadence, workingDaysAfter } from './cadence.ts';

/** When the next reminder is owed, at the cadence's time of day; null when there was the last, or the window is over by then. */
export function nextReminder(
  cadence: Pick<Cadence, 'reminderAfterDays' | 'reminders' | 'time'>,
  calendar: WorkingCalendar,
  { after, closesAt, reminded }: { after: Date; closesAt: Date; reminded: number },
): Date | null {
  if (cadence.reminderAfterDays === null || reminded >= cadence.reminders) return null;
  const remindAt = workingDaysAfter(cadence, calendar, after, cadence.reminderAfterDays);
  return remindAt < closesAt ? remindAt : null;
}
