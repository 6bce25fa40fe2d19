import { tzOffset } from '@date-fns/tz';
import type { CalendarDay } from './calendar-day.ts';

/** A time of day as people write it, `09:30`. */
export type TimeOfDay = `${number}:${number}`;

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * The instant when clocks in `timeZone` show `time` on `day`.
 * A time that clocks skip (spring forward) becomes the first instant after the gap; one that they show twice (fall
 * back) is the first of the two.
 */
export function localInstant(day: CalendarDay, time: TimeOfDay, timeZone: string): Date {
  const wallClock = Date.parse(`${day}T${time}:00Z`);
  // The wall clock is right for one of the offsets in use around that day; the greater offset is the earlier instant.
  const around = [wallClock - DAY_MINUTES * MINUTE, wallClock + DAY_MINUTES * MINUTE];
  const offsets = around.map((instant) => offsetAt(instant, timeZone));
  const candidates = offsets.map((offset) => wallClock - offset * MINUTE).sort((a, b) => a - b);
  const shown = candidates.find((instant) => wallClockAt(instant, timeZone) === wallClock);
  return new Date(shown ?? endOfGap(candidates, wallClock, timeZone));
}

/** The hour that clocks in `timeZone` show, 0 to 23. */
export function hourOf(instant: Date, timeZone: string): number {
  return new Date(wallClockAt(instant.getTime(), timeZone)).getUTCHours();
}

/** What clocks in `timeZone` show at `instant`, to the minute. */
export function timeOf(instant: Date, timeZone: string): TimeOfDay {
  return new Date(wallClockAt(instant.getTime(), timeZone)).toISOString().slice(11, 16) as TimeOfDay;
}

/** Whether `name` is a zone this machine's time-zone database knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What clocks show, as if it were UTC. */
export function wallClockAt(instant: number, timeZone: string): number {
  return instant + offsetAt(instant, timeZone) * MINUTE;
}

// Asking Intl takes some 20 microseconds, and a plan for thousands asks about the same few instants again and again.
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, number>();

function offsetAt(instant: number, timeZone: string): number {
  const name = `${timeZone} ${instant}`;
  const known = remembered.get(name);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const offset = tzOffset(timeZone, new Date(instant));
  remembered.set(name, offset);
  return offset;
}

/** The first instant whose wall clock is past the skipped one: a binary search, since gaps differ (30 minutes to a day). */
function endOfGap(candidates: number[], wallClock: number, timeZone: string): number {
  let before = Math.min(...candidates) - DAY_MINUTES * MINUTE;
  let after = Math.max(...candidates) + DAY_MINUTES * MINUTE;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (wallClockAt(middle, timeZone) > wallClock) after = middle;
    else before = middle;
  }
  return after;
}
