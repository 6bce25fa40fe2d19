import { type CalendarDay, dayOf, lastOfMonth, plusMonths } from '../../platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay } from '../../platform/time/local-time.ts';

/** Where and when the lessons of a month are told, in the month after it. */
export interface LessonsNote {
  channelId: string;
  /** Of the month; its last day where that is too high. */
  day: number;
  time: TimeOfDay;
  timeZone: string;
  /** When the note was wished for: what fell due before is not owed. */
  since: Date;
}

/** A calendar month, `2026-10`, as a stretch of time where the note is read, and when it is told. */
export interface LessonsMonth {
  month: string;
  from: Date;
  before: Date;
  dueAt: Date;
}

const MIDNIGHT: TimeOfDay = '00:00';

/** The month whose note fell due last, at or before `now`. */
export function latestLessonsMonth(note: Omit<LessonsNote, 'channelId' | 'since'>, now: Date): LessonsMonth {
  const thisMonth = dayOf(now, note.timeZone).slice(0, 7);
  const told = [1, 2].map((back) => lessonsMonth(note, monthBefore(thisMonth, back)));
  return told.find(({ dueAt }) => dueAt <= now) ?? lessonsMonth(note, monthBefore(thisMonth, 2));
}

export function lessonsMonth(note: Omit<LessonsNote, 'channelId' | 'since'>, month: string): LessonsMonth {
  const { day, time, timeZone } = note;
  const first = `${month}-01` as CalendarDay;
  const next = plusMonths(first, 1);
  const last = lastOfMonth(next);
  const wanted = `${next.slice(0, 7)}-${String(day).padStart(2, '0')}` as CalendarDay;
  return {
    month,
    from: localInstant(first, MIDNIGHT, timeZone),
    before: localInstant(next, MIDNIGHT, timeZone),
    dueAt: localInstant(wanted < last ? wanted : last, time, timeZone),
  };
}

function monthBefore(month: string, back: number): string {
  return plusMonths(`${month}-01` as CalendarDay, -back).slice(0, 7);
}
