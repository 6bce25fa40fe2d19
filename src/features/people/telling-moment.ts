import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay } from '../../platform/time/local-time.ts';
import { nextHumaneMoment } from './humane-moment.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const TIME: TimeOfDay = '09:30';
/** Whoever does not work for longer is told all the same, for when they are back. */
const LONGEST_WAIT_DAYS = 60;

/** When a manager is told of what is owed to them from `from` on: at half past nine of their next working day. */
export function tellingMoment(calendar: WorkingCalendar, from: Date): Date {
  const { timeZone } = calendar;
  const today = dayOf(from, timeZone);
  const morning = localInstant(today, TIME, timeZone);
  const first = morning < from ? localInstant(plusDays(today, 1), TIME, timeZone) : morning;
  const until = localInstant(plusDays(today, LONGEST_WAIT_DAYS), TIME, timeZone);
  return nextHumaneMoment(calendar, { from: first, until }).at ?? until;
}
