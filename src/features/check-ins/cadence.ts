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
  every: 'week' | 'fortnight' | 'month' | 'quarter';
  /**
   * ISO weekday (1 is Monday) for weeks and fortnights; for months, and the last month of quarters, the day of the month,
   * the last one where it is too high; null, their last working day.
   */
  day: number | null;
  time: TimeOfDay;
  /** The first day on which somebody may be asked. Fortnights count from its week. */
  startsOn: CalendarDay;
  /** The last such day. */
  endsOn: CalendarDay | null;
  /** Nobody is asked before this day. */
  pausedUntil: CalendarDay | null;
  /** Working days after the prompt; null, no reminder. */
  reminderAfterDays: number | null;
  /** Working days that the prompt stays open. */
  windowDays: number;
}

/** One time that a cadence asks, as it falls in one zone. Instants, but for the local days that name it. */
export interface Occurrence {
  /** The first day of its week, fortnight, month or quarter: whatever becomes of the day, each is asked about once. */
  periodOn: CalendarDay;
  occursOn: CalendarDay;
  promptAt: Date;
  remindAt: Date | null;
  closesAt: Date;
}

/** The occurrence whose prompt fell last at or before `now`; none before the cadence starts, or while it asks nobody. */
export function latestOccurrence(cadence: Cadence, timeZone: string, now: Date): Occurrence | undefined {
  const period = periodOf(cadence, dayOf(now, timeZone));
  const candidates = [period, periodAfter(cadence, period, -1)];
  const latest = candidates
    .map((start) => occurrenceIn(cadence, start, timeZone))
    .find(({ promptAt }) => promptAt <= now);
  return latest && asksOn(cadence, latest.occursOn) ? latest : undefined;
}

/** The first occurrence whose prompt falls after `now`; none when the cadence has ended. */
export function nextOccurrence(cadence: Cadence, timeZone: string, now: Date): Occurrence | undefined {
  const earliest = [dayOf(now, timeZone), cadence.startsOn, cadence.pausedUntil ?? cadence.startsOn].sort().at(-1);
  const period = periodOf(cadence, earliest ?? cadence.startsOn);
  const candidates = [period, periodAfter(cadence, period, 1)];
  return candidates
    .map((start) => occurrenceIn(cadence, start, timeZone))
    .find(({ promptAt, occursOn }) => promptAt > now && asksOn(cadence, occursOn));
}

/** The occurrence of the period that `day` lies in. */
export function occurrenceOf(cadence: Cadence, day: CalendarDay, timeZone: string): Occurrence {
  return occurrenceIn(cadence, periodOf(cadence, day), timeZone);
}

function occurrenceIn(cadence: Cadence, periodOn: CalendarDay, timeZone: string): Occurrence {
  const occursOn = dayIn(cadence, periodOn);
  const at = (day: CalendarDay) => localInstant(day, cadence.time, timeZone);
  return {
    periodOn,
    occursOn,
    promptAt: at(occursOn),
    remindAt: cadence.reminderAfterDays === null ? null : at(plusWorkingDays(occursOn, cadence.reminderAfterDays)),
    closesAt: at(plusWorkingDays(occursOn, cadence.windowDays)),
  };
}

function asksOn({ startsOn, endsOn, pausedUntil }: Cadence, day: CalendarDay): boolean {
  return day >= startsOn && (endsOn === null || day <= endsOn) && (pausedUntil === null || day >= pausedUntil);
}

const MONTHS = { month: 1, quarter: 3 } as const;
const WEEKS = { week: 1, fortnight: 2 } as const;

function periodOf({ every, startsOn }: Cadence, day: CalendarDay): CalendarDay {
  if (every === 'month') return firstOfMonth(day);
  if (every === 'quarter') return plusMonths(firstOfMonth(day), -((monthOf(day) - 1) % MONTHS.quarter));
  const weeks = daysBetween(mondayOf(startsOn), mondayOf(day)) / 7;
  return plusDays(mondayOf(startsOn), 7 * WEEKS[every] * Math.floor(weeks / WEEKS[every]));
}

function periodAfter({ every }: Cadence, periodOn: CalendarDay, count: number): CalendarDay {
  const isInMonths = every === 'month' || every === 'quarter';
  return isInMonths ? plusMonths(periodOn, count * MONTHS[every]) : plusDays(periodOn, count * 7 * WEEKS[every]);
}

function dayIn({ every, day }: Cadence, periodOn: CalendarDay): CalendarDay {
  if (every === 'week' || every === 'fortnight') return plusDays(periodOn, (day ?? 1) - 1);
  const month = plusMonths(periodOn, MONTHS[every] - 1);
  const last = lastOfMonth(month);
  if (day === null) return plusDays(last, -Math.max(0, weekdayOf(last) - FRIDAY));
  const wanted = plusDays(month, day - 1);
  return wanted < last ? wanted : last;
}

const FRIDAY = 5;

function mondayOf(day: CalendarDay): CalendarDay {
  return plusDays(day, 1 - weekdayOf(day));
}

function firstOfMonth(day: CalendarDay): CalendarDay {
  return `${day.slice(0, 7)}-01` as CalendarDay;
}

function monthOf(day: CalendarDay): number {
  return Number(day.slice(5, 7));
}
