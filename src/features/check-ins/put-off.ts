import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay } from '../../platform/time/local-time.ts';
import { nextHumaneMoment } from '../people/humane-moment.ts';
import type { WorkingCalendar } from '../people/working-calendar.ts';

export type PutOff = 'later' | 'tomorrow';

const LATER_HOURS = 3;
const MORNING: TimeOfDay = '09:00';
/** What is put off at nearly the same time comes back at the same time, in one message. */
const QUARTER_MILLISECONDS = 15 * 60_000;

/**
 * When somebody is asked again who said "Later today" or "Tomorrow": in about three hours while that is still today and
 * a time to write to them, otherwise the next working morning; or on the next working day at the cadence's time.
 * Undefined when the window closes before.
 */
export function putOffUntil(
  choice: PutOff,
  calendar: WorkingCalendar,
  { time, now, closesAt: until }: { time: TimeOfDay; now: Date; closesAt: Date },
): Date | undefined {
  const { timeZone } = calendar;
  const today = dayOf(now, timeZone);
  const nextDayAt = (at: TimeOfDay) => {
    const from = localInstant(plusDays(today, 1), at, timeZone);
    return nextHumaneMoment(calendar, { from, until }).at ?? undefined;
  };
  if (choice === 'tomorrow') return nextDayAt(time);
  const later = new Date(
    Math.ceil((now.getTime() + LATER_HOURS * 3_600_000) / QUARTER_MILLISECONDS) * QUARTER_MILLISECONDS,
  );
  const { at } = nextHumaneMoment(calendar, { from: later, until });
  return at && dayOf(at, timeZone) === today ? at : nextDayAt(MORNING);
}
