import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDay, dayOf, plusDays } from '../../../src/platform/time/calendar-day.ts';
import { isTimeZone, localInstant, type TimeOfDay } from '../../../src/platform/time/local-time.ts';

describe('localInstant', () => {
  it.each([
    ['an ordinary day', '2026-11-26', '10:00', 'Europe/Berlin', '2026-11-26T09:00:00Z'],
    ['east of the date line', '2026-01-01', '08:00', 'Pacific/Kiritimati', '2025-12-31T18:00:00Z'],
    ['a zone with a quarter hour', '2026-05-04', '09:15', 'Asia/Kathmandu', '2026-05-04T03:30:00Z'],
    ['a skipped time: the first instant after the gap', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['a time shown twice: the first', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['a gap of half an hour', '2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['a day that was skipped whole', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['midnight that does not exist', '2024-03-31', '00:00', 'Asia/Beirut', '2024-03-30T22:00:00Z'],
  ])('%s', (_, day, time, zone, expected) => {
    expect(localInstant(day as CalendarDay, time as TimeOfDay, zone)).toEqual(new Date(expected));
  });

  it('agrees with a slow search through the minutes, in every zone', () => {
    const minute = 60_000;
    const wallClock = (instant: number, zone: string) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
    const slow = (day: string, time: string, zone: string) => {
      const wanted = `${day} ${time}`;
      const from = Date.parse(`${day}T00:00Z`) - 38 * 60 * minute;
      // Coarse steps first: wall clocks only ever jump by whole quarters of an hour in these years.
      let instant = from;
      while (wallClock(instant, zone) < wanted) instant += 15 * minute;
      instant -= 15 * minute;
      while (wallClock(instant, zone) < wanted) instant += minute;
      return instant;
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.integer({ min: 0, max: 365 * 12 }),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        (zone, offset, minuteOfDay) => {
          const day = plusDays('2018-01-01', offset);
          const time = `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
          expect(localInstant(day, time as TimeOfDay, zone).getTime()).toBe(slow(day, time, zone));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('dayOf', () => {
  it('is the day on the wall, not on the server', () => {
    const instant = new Date('2026-11-26T23:30:00Z');
    expect(dayOf(instant, 'America/New_York')).toBe('2026-11-26');
    expect(dayOf(instant, 'Asia/Tokyo')).toBe('2026-11-27');
  });
});

describe('isTimeZone', () => {
  it.each([
    ['Europe/Berlin', true],
    ['Mars/Olympus', false],
    ['', false],
  ])('%s: %s', (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });
});
