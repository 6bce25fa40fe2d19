import {
  type CalendarDay,
  dayOf,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  plusDays,
  plusMonths,
  weekdayOf,
} from '../../platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay } from '../../platform/time/local-time.ts';
import { lastWorkingDayOfMonth, plusWorkingDays, type WorkingCalendar } from '../people/working-calendar.ts';

/** When people of a cadence are asked. Times are local to each of them, working days their own. */
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
  /** When `day` was changed last: what the new day had brought already by then comes then, so that no period is lost. */
  movedAt: Date | null;
  /** Working days after the prompt, and between two reminders; null, no reminder. */
  reminderAfterDays: number | null;
  /** How many reminders at most. */
  reminders: number;
  /** Working days that the prompt stays open. */
  windowDays: number;
  /** Working days after that until the manager hears of a missing answer. */
  graceDays: number;
}

/** One time that a cadence asks, as it falls in one calendar. Instants, but for the local days that name it. */
export interface Occurrence {
  /** The first day of its week, fortnight, month or quarter: whatever becomes of the day, each is asked about once. */
  periodOn: CalendarDay;
  occursOn: CalendarDay;
  /** When it falls due; whether that is a time to ask somebody is another question (asking.ts). */
  promptAt: Date;
  closesAt: Date;
}

/** The occurrence that fell due last at or before `now`; none before the cadence starts, or while it asks nobody. */
export function latestOccurrence(cadence: Cadence, calendar: WorkingCalendar, now: Date): Occurrence | undefined {
  return occurrencesUpTo(cadence, calendar, { since: now, now })[0];
}

/** What fell due after `since` and up to `now`, the latest first, and at the end the one before, if there is one. */
export function occurrencesUpTo(
  cadence: Cadence,
  calendar: WorkingCalendar,
  { since, now }: { since: Date; now: Date },
): Occurrence[] {
  const found: Occurrence[] = [];
  let periodOn = periodOf(cadence, dayOf(now, calendar.timeZone));
  for (;;) {
    const occurrence = occurrenceIn(cadence, periodOn, calendar);
    if (occurrence.promptAt <= now) found.push(occurrence);
    // The clock may have been set back: then `since` lies in the future.
    if (occurrence.promptAt <= since && occurrence.promptAt <= now)
      return found.filter(({ occursOn }) => asksOn(cadence, occursOn));
    periodOn = periodAfter(cadence, periodOn, -1);
  }
}

/** The first occurrence that falls due after `now`; none when the cadence has ended. */
export function nextOccurrence(cadence: Cadence, calendar: WorkingCalendar, now: Date): Occurrence | undefined {
  const days = [dayOf(now, calendar.timeZone), cadence.startsOn, cadence.pausedUntil ?? cadence.startsOn];
  const period = periodOf(cadence, days.sort().at(-1) ?? cadence.startsOn);
  const candidates = [period, periodAfter(cadence, period, 1)];
  return candidates
    .map((start) => occurrenceIn(cadence, start, calendar))
    .find(({ promptAt, occursOn }) => promptAt > now && asksOn(cadence, occursOn));
}

/** The occurrence of the period that `day` lies in. */
export function occurrenceOf(cadence: Cadence, day: CalendarDay, calendar: WorkingCalendar): Occurrence {
  return occurrenceIn(cadence, periodOf(cadence, day), calendar);
}

/** So many working days after an instant, at the cadence's time of day. */
export function workingDaysAfter(
  cadence: Pick<Cadence, 'time'>,
  calendar: WorkingCalendar,
  instant: Date,
  days: number,
): Date {
  const day = plusWorkingDays(calendar, dayOf(instant, calendar.timeZone), days);
  return localInstant(day, cadence.time, calendar.timeZone);
}

function occurrenceIn(cadence: Cadence, periodOn: CalendarDay, calendar: WorkingCalendar): Occurrence {
  const occursOn = dayIn(cadence, periodOn, calendar);
  const promptAt = promptIn(cadence, periodOn, calendar);
  const window = workingDaysAfter(cadence, calendar, promptAt, cadence.windowDays);
  // Holidays make a window longer, but never reach into the next occurrence.
  const next = promptIn(cadence, periodAfter(cadence, periodOn, 1), calendar);
  return { periodOn, occursOn, promptAt, closesAt: window < next ? window : next };
}

function promptIn(cadence: Cadence, periodOn: CalendarDay, calendar: WorkingCalendar): Date {
  const { movedAt, time } = cadence;
  const promptAt = localInstant(dayIn(cadence, periodOn, calendar), time, calendar.timeZone);
  const wasMovedIntoThePast =
    movedAt !== null && promptAt < movedAt && periodOf(cadence, dayOf(movedAt, calendar.timeZone)) === periodOn;
  return wasMovedIntoThePast ? movedAt : promptAt;
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

function dayIn({ every, day }: Cadence, periodOn: CalendarDay, calendar: WorkingCalendar): CalendarDay {
  if (every === 'week' || every === 'fortnight') return plusDays(periodOn, (day ?? 1) - 1);
  const month = plusMonths(periodOn, MONTHS[every] - 1);
  if (day === null) return lastWorkingDayOfMonth(calendar, month);
  const last = lastOfMonth(month);
  const wanted = plusDays(month, day - 1);
  return wanted < last ? wanted : last;
}

function mondayOf(day: CalendarDay): CalendarDay {
  return plusDays(day, 1 - weekdayOf(day));
}

function monthOf(day: CalendarDay): number {
  return Number(day.slice(5, 7));
}
