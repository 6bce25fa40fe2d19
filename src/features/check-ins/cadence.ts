import {
  type CalendarDay,
  dayOf,
  daysBetween,
  lastOfMonth,
  plusDays,
  plusMonths,
  plusWorkingDays,
  weekdayOf,
} from '../../platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay } from '../../platform/time/local-time.ts';

/** When people of a cadence are asked. Times are local to each of them. */
export interface Cadence {
  every: 'week' | 'fortnight' | 'month';
  /** ISO weekday (1 is Monday); for months the day of the month, the last one where it is too high. */
  day: number;
  time: TimeOfDay;
  /** The first day on which somebody may be asked. */
  startsOn: CalendarDay;
  /** Working days after the prompt; null, no reminder. */
  reminderAfterDays: number | null;
  /** Working days that the prompt stays open. */
  windowDays: number;
}

/** One time that a cadence asks, as it falls in one zone. Instants, but for the local day that names it. */
export interface Occurrence {
  occursOn: CalendarDay;
  promptAt: Date;
  remindAt: Date | null;
  closesAt: Date;
}

/** The occurrence whose prompt fell last at or before `now`; none before the cadence starts. */
export function latestOccurrence(cadence: Cadence, timeZone: string, now: Date): Occurrence | undefined {
  const today = occurrenceDayOnOrBefore(cadence, dayOf(now, timeZone));
  if (!today) return undefined;
  const latest = occurrenceOn(cadence, today, timeZone);
  if (latest.promptAt <= now) return latest;
  const earlier = occurrenceDayOnOrBefore(cadence, plusDays(today, -1));
  return earlier && occurrenceOn(cadence, earlier, timeZone);
}

/** The first occurrence whose prompt falls after `now`. */
export function nextOccurrence(cadence: Cadence, timeZone: string, now: Date): Occurrence {
  const today = dayOf(now, timeZone);
  const candidate = occurrenceOn(cadence, occurrenceDayOnOrAfter(cadence, today), timeZone);
  if (candidate.promptAt > now) return candidate;
  return occurrenceOn(cadence, occurrenceDayOnOrAfter(cadence, plusDays(candidate.occursOn, 1)), timeZone);
}

export function occurrenceOn(cadence: Cadence, occursOn: CalendarDay, timeZone: string): Occurrence {
  const at = (day: CalendarDay) => localInstant(day, cadence.time, timeZone);
  return {
    occursOn,
    promptAt: at(occursOn),
    remindAt: cadence.reminderAfterDays === null ? null : at(plusWorkingDays(occursOn, cadence.reminderAfterDays)),
    closesAt: at(plusWorkingDays(occursOn, cadence.windowDays)),
  };
}

function occurrenceDayOnOrBefore(cadence: Cadence, day: CalendarDay): CalendarDay | undefined {
  const found = cadence.every === 'month' ? monthlyOnOrBefore(cadence, day) : weeklyOnOrBefore(cadence, day);
  return found >= cadence.startsOn ? found : undefined;
}

function occurrenceDayOnOrAfter(cadence: Cadence, day: CalendarDay): CalendarDay {
  const from = day < cadence.startsOn ? cadence.startsOn : day;
  const onOrBefore = cadence.every === 'month' ? monthlyOnOrBefore(cadence, from) : weeklyOnOrBefore(cadence, from);
  if (onOrBefore === from) return from;
  if (cadence.every === 'month') return inMonthOf(cadence, plusMonths(firstOfMonth(onOrBefore), 1));
  return plusDays(onOrBefore, weeksApart(cadence) * 7);
}

function weeklyOnOrBefore(cadence: Cadence, day: CalendarDay): CalendarDay {
  const first = plusDays(cadence.startsOn, (cadence.day - weekdayOf(cadence.startsOn) + 7) % 7);
  const period = weeksApart(cadence) * 7;
  return plusDays(first, Math.floor(daysBetween(first, day) / period) * period);
}

function monthlyOnOrBefore(cadence: Cadence, day: CalendarDay): CalendarDay {
  const thisMonth = inMonthOf(cadence, day);
  return thisMonth <= day ? thisMonth : inMonthOf(cadence, plusMonths(firstOfMonth(day), -1));
}

function inMonthOf(cadence: Cadence, day: CalendarDay): CalendarDay {
  const last = lastOfMonth(day);
  const wanted = plusDays(firstOfMonth(day), cadence.day - 1);
  return wanted < last ? wanted : last;
}

function firstOfMonth(day: CalendarDay): CalendarDay {
  return `${day.slice(0, 7)}-01` as CalendarDay;
}

function weeksApart(cadence: Cadence): number {
  return cadence.every === 'fortnight' ? 2 : 1;
}
