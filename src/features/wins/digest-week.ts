import { type CalendarDay, dayOf, plusDays, weekdayOf } from '../../platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay } from '../../platform/time/local-time.ts';

/** When a team's weekly digest goes out. */
export interface DigestHour {
  /** ISO weekday: 1 is Monday. */
  digestDay: number;
  digestTime: TimeOfDay;
  digestTimeZone: string;
}

/** The seven days up to and including the day of the digest that names the week. */
export interface DigestWeek {
  from: CalendarDay;
  to: CalendarDay;
  dueAt: Date;
}

/** The week whose digest fell due last, at or before `now`. */
export function latestDigestWeek(hour: DigestHour, now: Date): DigestWeek {
  const today = dayOf(now, hour.digestTimeZone);
  const onOrBefore = plusDays(today, -((weekdayOf(today) - hour.digestDay + 7) % 7));
  const week = weekUpTo(hour, onOrBefore);
  return week.dueAt <= now ? week : weekUpTo(hour, plusDays(onOrBefore, -7));
}

/** The days of the digests that tell what was won on `day`, on whatever weekday a team has or had its digest. */
export function digestDaysTelling(day: CalendarDay): CalendarDay[] {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => plusDays(day, days));
}

export function weekUpTo(hour: DigestHour, to: CalendarDay): DigestWeek {
  return { from: plusDays(to, -6), to, dueAt: localInstant(to, hour.digestTime, hour.digestTimeZone) };
}
