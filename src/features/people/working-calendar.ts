import { type CalendarDay, lastOfMonth, plusDays, readableDay, weekdayOf } from '../../platform/time/calendar-day.ts';
import type { TimeOfDay } from '../../platform/time/local-time.ts';
import { type HolidayRegion, publicHoliday } from '../../platform/time/public-holidays.ts';

/** When one member works, and when they may be written to. */
export interface WorkingCalendar {
  /** IANA name. */
  timeZone: string;
  /** ISO weekdays, at least one. */
  workingDays: readonly number[];
  holidayRegion: HolidayRegion | null;
  companyHolidays: readonly CompanyHoliday[];
  /** Nobody is written to from then until then, over midnight where the first is later; the same twice, never quiet. */
  quietFrom: TimeOfDay;
  quietUntil: TimeOfDay;
  absences: readonly Absence[];
}

export interface CompanyHoliday {
  on: CalendarDay;
  name: string;
  /** A country or state; empty, everywhere. */
  region: string;
}

/** Both ends belong to it. */
export interface Absence {
  awayFrom: CalendarDay;
  awayUntil: CalendarDay;
}

/** The same for calendars that differ by absences alone: what follows from the rest is worked out once for all of them. */
export function calendarName({ timeZone, workingDays, holidayRegion, quietFrom, quietUntil }: CalendarTerms): string {
  return [timeZone, workingDays.join(), holidayRegion, quietFrom, quietUntil].join(' ');
}

/** All of a calendar that belongs neither to one person nor to the whole company. */
export type CalendarTerms = Omit<WorkingCalendar, 'companyHolidays' | 'absences'>;

/** Why somebody does not work on a day: not by their week, by a holiday, or because they are away. */
export interface DayOff {
  kind: 'day-off' | 'holiday' | 'away';
  /** For people: "public holiday: Good Friday". */
  because: string;
}

/** Undefined on a day on which they work. What they said themselves comes before what the calendar says. */
export function dayOff(calendar: WorkingCalendar, day: CalendarDay): DayOff | undefined {
  const absence = calendar.absences.find(({ awayFrom, awayUntil }) => awayFrom <= day && day <= awayUntil);
  if (absence) return { kind: 'away', because: `away until ${readableDay(absence.awayUntil)}` };
  return holidayOn(calendar, day) ?? offByWeek(calendar, day);
}

/**
 * The working day so many after `day`, which itself does not count. Being away does not make it later: it is about how
 * long something lasts, the same for everybody who keeps the same calendar.
 */
export function plusWorkingDays(calendar: WorkingCalendar, day: CalendarDay, count: number): CalendarDay {
  let [reached, left] = [day, count];
  for (let looked = 0; left > 0 && looked < LONGEST_LOOK_DAYS; looked += 1) {
    reached = plusDays(reached, 1);
    if (isWorkingDay(calendar, reached)) left -= 1;
  }
  return reached;
}

/** The last working day of the month that `day` lies in; its last day if they work on none. */
export function lastWorkingDayOfMonth(calendar: WorkingCalendar, day: CalendarDay): CalendarDay {
  const last = lastOfMonth(day);
  const backwards = Array.from({ length: Number(last.slice(8)) }, (_, index) => plusDays(last, -index));
  return backwards.find((candidate) => isWorkingDay(calendar, candidate)) ?? last;
}

/** A net under a calendar that never works. */
const LONGEST_LOOK_DAYS = 400;

function isWorkingDay(calendar: WorkingCalendar, day: CalendarDay): boolean {
  return !offByWeek(calendar, day) && !holidayOn(calendar, day);
}

function offByWeek({ workingDays }: WorkingCalendar, day: CalendarDay): DayOff | undefined {
  return workingDays.includes(weekdayOf(day)) ? undefined : { kind: 'day-off', because: 'not a working day' };
}

function holidayOn({ holidayRegion, companyHolidays }: WorkingCalendar, day: CalendarDay): DayOff | undefined {
  const ofCompany = companyHolidays.find(({ on, region }) => on === day && liesIn(holidayRegion, region));
  if (ofCompany) return { kind: 'holiday', because: `company holiday: ${ofCompany.name}` };
  const ofPublic = holidayRegion === null ? undefined : publicHoliday(holidayRegion, day);
  return ofPublic === undefined ? undefined : { kind: 'holiday', because: `public holiday: ${ofPublic}` };
}

/** `DE-BY` lies in `DE`, and everything in the empty region. */
function liesIn(place: HolidayRegion | null, region: string): boolean {
  return region === '' || place === region || place?.startsWith(`${region}-`) === true;
}
