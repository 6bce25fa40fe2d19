import { type CalendarDay, plusDays } from '../platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay } from '../platform/time/local-time.ts';
import { seeded } from './seeded.ts';

/** How somebody deals with one check-in: most answer soon, some need the reminder, some are late, some never do. */
export type Manner = 'soon' | 'reminded' | 'late' | 'never';

const LATE: Readonly<Record<string, { week: number; daysAfter: number; time: TimeOfDay }>> = {
  arjun: { week: 3, daysAfter: 4, time: '09:40' },
  ravi: { week: 5, daysAfter: 6, time: '09:20' },
  grace: { week: 8, daysAfter: 4, time: '08:55' },
};
const MISSED: Readonly<Record<string, readonly number[]>> = { hannah: [4, 7, 10], marcus: [9], jonas: [12] };
const REMINDED: Readonly<Record<string, readonly number[]>> = {
  emeka: [1, 3, 5, 8, 11],
  luca: [4, 6, 9, 12],
  nadia: [2, 4, 7, 9, 12, 13],
  chen: [10],
};
const SOON_MINUTES = { from: 4, to: 200 };
const REMINDED_MINUTES = { from: 5, to: 90 };

export function mannerOf(handle: string, week: number): Manner {
  if (MISSED[handle]?.includes(week)) return 'never';
  if (LATE[handle]?.week === week) return 'late';
  return REMINDED[handle]?.includes(week) ? 'reminded' : 'soon';
}

/** When they answer, in their own time; undefined, never. */
export function answersAt(
  who: { handle: string; week: number; timeZone: string },
  asked: { day: CalendarDay; time: TimeOfDay },
): Date | undefined {
  const { handle, week, timeZone } = who;
  const manner = mannerOf(handle, week);
  if (manner === 'never') return undefined;
  const late = LATE[handle];
  if (manner === 'late' && late) return localInstant(plusDays(asked.day, late.daysAfter), late.time, timeZone);
  const day = manner === 'reminded' ? plusDays(asked.day, 1) : asked.day;
  const { from, to } = manner === 'reminded' ? REMINDED_MINUTES : SOON_MINUTES;
  const minutes = Math.floor(from + seeded('answers', handle, week) * (to - from));
  return new Date(localInstant(day, asked.time, timeZone).getTime() + minutes * 60_000);
}
