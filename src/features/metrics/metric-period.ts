import {
  type CalendarDay,
  firstOfMonth,
  fromDatabaseDate,
  plusDays,
  toDatabaseDate,
  weekdayOf,
} from '../../platform/time/calendar-day.ts';

export const FREQUENCIES = ['week', 'fortnight', 'month', 'quarter'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A stretch of days that one number stands for. Both days belong to it. Weeks begin on Monday. */
export interface MetricPeriod {
  readonly frequency: Frequency;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** Fortnights need a beginning that is the same for everybody: they count from this Monday, forwards and back. */
const FIRST_FORTNIGHT_AT = toDatabaseDate('2024-01-01').getTime();
const FORTNIGHT_DAYS = 14;
const DAY_MILLISECONDS = 24 * 60 * 60_000;
const QUARTER_MONTHS = 3;

/** The period that a value about `day` belongs to. Which day it is where somebody lives is the caller's to say. */
export function periodOf(frequency: Frequency, day: CalendarDay): MetricPeriod {
  const known = periodsOfDays[frequency].get(day);
  if (known) return known;
  const from = firstDayOf(frequency, day);
  const period = { frequency, from, to: lastDayOf(frequency, from) };
  if (periodsOfDays[frequency].size >= MOST_DAYS_KNOWN) periodsOfDays[frequency].clear();
  periodsOfDays[frequency].set(day, period);
  return period;
}

/** The calendar does not change, and a manager's page asks for the same few hundred days ten thousand times. */
const periodsOfDays: Record<Frequency, Map<CalendarDay, MetricPeriod>> = {
  week: new Map(),
  fortnight: new Map(),
  month: new Map(),
  quarter: new Map(),
};
const MOST_DAYS_KNOWN = 10_000;

/** `count` periods later, or earlier where it is negative. */
export function periodAfter({ frequency, from }: MetricPeriod, count = 1): MetricPeriod {
  const isInMonths = frequency === 'month' || frequency === 'quarter';
  const months = frequency === 'quarter' ? QUARTER_MONTHS : 1;
  const days = frequency === 'fortnight' ? FORTNIGHT_DAYS : 7;
  return periodOf(frequency, isInMonths ? monthFrom(from, count * months) : plusDays(from, count * days));
}

/** Every period that has a day between these two, both included, oldest first. */
export function periodsBetween(frequency: Frequency, from: CalendarDay, to: CalendarDay): MetricPeriod[] {
  const periods: MetricPeriod[] = [];
  for (let period = periodOf(frequency, from); period.from <= to; period = periodAfter(period)) periods.push(period);
  return periods;
}

/** The last day on which the period's value is not late. */
export function dueOn(period: MetricPeriod, { dueAfterDays }: { dueAfterDays: number }): CalendarDay {
  return plusDays(period.to, dueAfterDays);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The first day of `2026-W48` (the week of ISO 8601), `2026-11`, `2026-Q4`, or the day itself; undefined for all else. */
export function readPeriodStart(text: string): CalendarDay | undefined {
  const [, year = '', week, quarter, month, date] =
    /^(\d{4})-(?:W(\d\d)|Q([1-4])|(\d\d)(?:-(\d\d))?)$/i.exec(text) ?? [];
  if (week !== undefined) {
    // The week with the fourth of January is the first.
    const first = firstDayOf('week', `${year}-01-04` as CalendarDay);
    const monday = plusDays(first, 7 * (Number(week) - 1));
    return Number(week) >= 1 && plusDays(monday, 3).startsWith(year) ? monday : undefined;
  }
  const from = quarter === undefined ? month : String(QUARTER_MONTHS * Number(quarter) - 2).padStart(2, '0');
  const day = `${year}-${from}-${date ?? '01'}` as CalendarDay;
  // A day that is none, such as the thirtieth of February, becomes another one.
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  return from !== undefined && !Number.isNaN(milliseconds) && plusDays(day, 0) === day ? day : undefined;
}

/** Whether more may come: its last day is not over. */
export function isRunning({ to }: Pick<MetricPeriod, 'to'>, today: CalendarDay): boolean {
  return to >= today;
}

/** The last day of a period that can be shown: of one that is running, today. */
export function lastDayShown({ from, to }: Pick<MetricPeriod, 'from' | 'to'>, today: CalendarDay): CalendarDay {
  if (to < today) return to;
  return from > today ? from : today;
}

/** As people read it: `23 to 29 Nov 2026`, `Nov 2026`, `Q4 2026`. */
export function readablePeriod({ frequency, from, to }: MetricPeriod): string {
  const year = to.slice(0, 4);
  if (frequency === 'quarter') return `Q${Math.ceil(monthOf(from) / QUARTER_MONTHS)} ${year}`;
  if (frequency === 'month') return `${MONTHS[monthOf(from) - 1]} ${year}`;
  const isSameYear = from.slice(0, 4) === year;
  const isSameMonth = isSameYear && monthOf(from) === monthOf(to);
  const first = isSameMonth ? '' : ` ${MONTHS[monthOf(from) - 1]}${isSameYear ? '' : ` ${from.slice(0, 4)}`}`;
  return `${dateOf(from)}${first} to ${dateOf(to)} ${MONTHS[monthOf(to) - 1]} ${year}`;
}

function firstDayOf(frequency: Frequency, day: CalendarDay): CalendarDay {
  switch (frequency) {
    case 'week':
      return plusDays(day, 1 - weekdayOf(day));
    case 'fortnight': {
      const days = (toDatabaseDate(day).getTime() - FIRST_FORTNIGHT_AT) / DAY_MILLISECONDS;
      return plusDays(day, -positiveRemainder(days, FORTNIGHT_DAYS));
    }
    case 'month':
      return firstOfMonth(day);
    case 'quarter':
      return monthFrom(day, -((monthOf(day) - 1) % QUARTER_MONTHS));
  }
}

function lastDayOf(frequency: Frequency, from: CalendarDay): CalendarDay {
  if (frequency === 'week') return plusDays(from, 6);
  if (frequency === 'fortnight') return plusDays(from, FORTNIGHT_DAYS - 1);
  return plusDays(monthFrom(from, frequency === 'quarter' ? QUARTER_MONTHS : 1), -1);
}

/** The first day of the month that is so many months later. Worked out by hand: a manager's trends ask ten thousand times. */
function monthFrom(day: CalendarDay, months: number): CalendarDay {
  return fromDatabaseDate(new Date(Date.UTC(Number(day.slice(0, 4)), monthOf(day) - 1 + months, 1)));
}

function positiveRemainder(number: number, divisor: number): number {
  return ((number % divisor) + divisor) % divisor;
}

function monthOf(day: CalendarDay): number {
  return Number(day.slice(5, 7));
}

function dateOf(day: CalendarDay): number {
  return Number(day.slice(8));
}
