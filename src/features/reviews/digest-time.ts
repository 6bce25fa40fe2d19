import { type CalendarDay, plusDays } from '../../platform/time/calendar-day.ts';
import { hourOf, localInstant, type TimeOfDay } from '../../platform/time/local-time.ts';

const MEMBERS_HOURS: TimeOfDay[] = [
  '09:00',
  '10:00',
  '11:00',
  '12:00',
  '13:00',
  '14:00',
  '15:00',
  '16:00',
  '17:00',
  '18:00',
];
const MANAGERS_FIRST_HOUR = 7;
const MANAGERS_LAST_HOUR = 18;

/**
 * When the digest of the evidence goes to both sides: some days before the review, in the reviewed member's day, at the
 * first hour that is also day for the manager. Where no hour is, the member's morning decides.
 */
export function reviewDigestAt(review: {
  reviewOn: CalendarDay;
  digestDaysBefore: number;
  timeZone: string;
  managerTimeZone: string | null;
}): Date {
  const { reviewOn, digestDaysBefore, timeZone, managerTimeZone } = review;
  const day = plusDays(reviewOn, -digestDaysBefore);
  const hours = MEMBERS_HOURS.map((time) => localInstant(day, time, timeZone));
  const isDayForManager = (instant: Date) => {
    const hour = hourOf(instant, managerTimeZone ?? timeZone);
    return hour >= MANAGERS_FIRST_HOUR && hour <= MANAGERS_LAST_HOUR;
  };
  return hours.find(isDayForManager) ?? localInstant(day, '09:00', timeZone);
}
