import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';

/** What somebody typed behind `/checkin`. */
export type CheckInRequest =
  | { asks: 'form' | 'help' | 'unclear' | 'back' | 'away-form' }
  /** Null: from today on. */
  | { asks: 'away'; awayFrom: CalendarDay | null; awayUntil: CalendarDay };

export function readCheckInRequest(text: string): CheckInRequest {
  const [verb = '', ...days] = text.trim().toLowerCase().split(/\s+/);
  if (verb === '') return { asks: 'form' };
  if (verb === 'help') return { asks: 'help' };
  if (verb === 'back' && days.length === 0) return { asks: 'back' };
  if (verb !== 'away') return { asks: 'unclear' };
  // "away 2026-08-03 2026-08-14", and what people write between: "until", "to".
  const named = days.filter((word) => !['from', 'until', 'to', '-'].includes(word)).map(calendarDay);
  const [first, second = first] = named;
  // "away", "away next week": what days those are is asked.
  if (named.length > 2 || !first || !second) return { asks: 'away-form' };
  return { asks: 'away', awayFrom: named.length === 2 ? first : null, awayUntil: second };
}

function calendarDay(word: string): CalendarDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return undefined;
  const day = word as CalendarDay;
  const date = toDatabaseDate(day);
  return !Number.isNaN(date.getTime()) && fromDatabaseDate(date) === day ? day : undefined;
}
