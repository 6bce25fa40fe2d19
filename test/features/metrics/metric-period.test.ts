import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueOn,
  FREQUENCIES,
  periodAfter,
  periodOf,
  periodsBetween,
  readablePeriod,
  readPeriodStart,
} from '../../../src/features/metrics/metric-period.ts';
import {
  type CalendarDay,
  dayOf,
  daysBetween,
  fromDatabaseDate,
  plusDays,
  weekdayOf,
} from '../../../src/platform/time/calendar-day.ts';

describe('the period that a day belongs to', () => {
  it.each([
    ['week', '2026-11-26', '2026-11-23', '2026-11-29', '23 to 29 Nov 2026'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-29', '23 to 29 Nov 2026'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03', '28 Dec 2026 to 3 Jan 2027'],
    ['week', '2026-12-01', '2026-11-30', '2026-12-06', '30 Nov to 6 Dec 2026'],
    ['fortnight', '2024-01-14', '2024-01-01', '2024-01-14', '1 to 14 Jan 2024'],
    ['fortnight', '2024-01-15', '2024-01-15', '2024-01-28', '15 to 28 Jan 2024'],
    ['fortnight', '2023-12-31', '2023-12-18', '2023-12-31', '18 to 31 Dec 2023'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29', 'Feb 2028'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31', 'Dec 2026'],
    ['quarter', '2026-11-26', '2026-10-01', '2026-12-31', 'Q4 2026'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-03-31', 'Q1 2026'],
    ['quarter', '2026-06-30', '2026-04-01', '2026-06-30', 'Q2 2026'],
  ] as const)('a %s with %s goes from %s to %s and reads %s', (frequency, day, from, to, words) => {
    const period = periodOf(frequency, day);
    expect(period).toEqual({ frequency, from, to });
    expect(readablePeriod(period)).toBe(words);
  });

  it.each([
    ['2026-W48', '2026-11-23'],
    ['2026-W01', '2025-12-29'],
    ['2026-W53', '2026-12-28'],
    ['2025-W53', undefined],
    ['2026-W00', undefined],
    ['2026-11', '2026-11-01'],
    ['2026-13', undefined],
    ['2026-Q4', '2026-10-01'],
    ['2026-q1', '2026-01-01'],
    ['2026-Q5', undefined],
    ['2026-11-26', '2026-11-26'],
    ['2026-02-30', undefined],
    ['last week', undefined],
    ['2026', undefined],
  ])('%s begins on %s', (text, day) => {
    expect(readPeriodStart(text)).toBe(day);
  });

  it('is due so many days after its last', () => {
    expect(dueOn(periodOf('month', '2026-11-26'), { dueAfterDays: 3 })).toBe('2026-12-03');
    expect(dueOn(periodOf('week', '2026-12-28'), { dueAfterDays: 0 })).toBe('2027-01-03');
  });
});

describe('in every year and zone', () => {
  const days = fc
    .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 11, 31) })
    .map((instant): CalendarDay => fromDatabaseDate(new Date(instant)));
  const frequencies = fc.constantFrom(...FREQUENCIES);
  const zones = fc.constantFrom(
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Asia/Kathmandu',
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  );

  it('the day lies in its period, and every day of the period says the same', () => {
    fc.assert(
      fc.property(frequencies, days, fc.nat(), (frequency, day, any) => {
        const period = periodOf(frequency, day);
        expect(period.from <= day && day <= period.to).toBe(true);
        const length = daysBetween(period.from, period.to) + 1;
        expect(periodOf(frequency, plusDays(period.from, any % length))).toEqual(period);
      }),
    );
  });

  it('one begins on the day after the other ends, and there and back is nowhere', () => {
    fc.assert(
      fc.property(frequencies, days, fc.integer({ min: -60, max: 60 }), (frequency, day, count) => {
        const period = periodOf(frequency, day);
        expect(periodAfter(period).from).toBe(plusDays(period.to, 1));
        expect(periodAfter(periodAfter(period, count), -count)).toEqual(period);
      }),
    );
  });

  it('weeks and fortnights begin on Monday, months and quarters on the first', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(weekdayOf(periodOf('week', day).from)).toBe(1);
        expect(weekdayOf(periodOf('fortnight', day).from)).toBe(1);
        expect(periodOf('month', day).from).toBe(`${day.slice(0, 7)}-01`);
        expect(['01', '04', '07', '10']).toContain(periodOf('quarter', day).from.slice(5, 7));
      }),
    );
  });

  it('periods between two days cover them without a gap', () => {
    fc.assert(
      fc.property(frequencies, days, fc.integer({ min: 0, max: 800 }), (frequency, from, length) => {
        const to = plusDays(from, length);
        const periods = periodsBetween(frequency, from, to);
        expect(periods[0]).toEqual(periodOf(frequency, from));
        expect(periods.at(-1)).toEqual(periodOf(frequency, to));
        for (const [at, period] of periods.entries()) {
          const next = periods[at + 1];
          if (next) expect(next.from).toBe(plusDays(period.to, 1));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('an instant belongs where it is there: at the turn of a period, to either', () => {
    fc.assert(
      fc.property(frequencies, zones, fc.integer({ min: 0, max: 4e12 }), (frequency, zone, instant) => {
        const there = periodOf(frequency, dayOf(new Date(instant), zone));
        const inUtc = periodOf(frequency, dayOf(new Date(instant), 'UTC'));
        expect([inUtc, periodAfter(inUtc, 1), periodAfter(inUtc, -1)]).toContainEqual(there);
      }),
    );
  });
});
