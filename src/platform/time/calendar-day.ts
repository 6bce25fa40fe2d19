import { TZDate } from '@date-fns/tz';
// One by one: the whole of date-fns costs a second of start and 200 MB of memory.
import { addMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { wallClockAt } from './local-time.ts';

/** A day of the calendar without a time or a zone, `2026-11-26`. Plain text: it compares and sorts as it reads. */
export type CalendarDay = `${number}-${number}-${number}`;

const DAY_MILLISECONDS = 24 * 60 * 60_000;

/** The day that `instant` falls on where people use `timeZone` (an IANA name). */
export function dayOf(instant: Date, timeZone: string): CalendarDay {
  return fromDatabaseDate(new Date(wallClockAt(instant.getTime(), timeZone)));
}

/** Midnight UTC of that day: how the database's `date` columns come and go. */
export function toDatabaseDate(day: CalendarDay): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function fromDatabaseDate(date: Date): CalendarDay {
  return date.toISOString().slice(0, 10) as CalendarDay;
}

export function plusDays(day: CalendarDay, days: number): CalendarDay {
  return fromDatabaseDate(new Date(toDatabaseDate(day).getTime() + days * DAY_MILLISECONDS));
}

export function plusMonths(day: CalendarDay, months: number): CalendarDay {
  return fromUtc(addMonths(toUtc(day), months));
}

export function firstOfMonth(day: CalendarDay): CalendarDay {
  return `${day.slice(0, 7)}-01` as CalendarDay;
}

export function lastOfMonth(day: CalendarDay): CalendarDay {
  return fromUtc(lastDayOfMonth(toUtc(day)));
}

/** From `earlier` to `later`, negative when they stand the other way round. */
export function daysBetween(earlier: CalendarDay, later: CalendarDay): number {
  return differenceInCalendarDays(toUtc(later), toUtc(earlier));
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return toDatabaseDate(day).getUTCDay() || 7;
}

/** As people read it: `Thu 26 Nov 2026`. */
export function readableDay(day: CalendarDay): string {
  return format(toUtc(day), 'EEE d MMM yyyy');
}

/** Where there is little room: `26 Nov`. */
export function shortDay(day: CalendarDay): string {
  return format(toUtc(day), 'd MMM');
}

function toUtc(day: CalendarDay): TZDate {
  return new TZDate(`${day}T00:00:00Z`, 'UTC');
}

function fromUtc(date: Date): CalendarDay {
  return format(new TZDate(date, 'UTC'), 'yyyy-MM-dd') as CalendarDay;
}
