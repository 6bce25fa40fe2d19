import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cadence,
  latestOccurrence,
  nextOccurrence,
  occurrenceOf,
  occurrencesUpTo,
} from '../../../src/features/check-ins/cadence.ts';
import { plusDays, weekdayOf } from '../../../src/platform/time/calendar-day.ts';
import { calendar } from '../people/some-calendar.ts';

const weekly: Cadence = {
  every: 'week',
  day: 4,
  time: '10:00',
  startsOn: '2026-01-01',
  endsOn: null,
  pausedUntil: null,
  movedAt: null,
  reminderAfterDays: 1,
  reminders: 1,
  windowDays: 3,
  graceDays: 2,
};

const utc = calendar();
const berlin = calendar({ timeZone: 'Europe/Berlin' });

describe('latestOccurrence', () => {
  it.each([
    ['at the very minute', '2026-03-26T09:00:00Z', '2026-03-26'],
    ['a second before', '2026-03-26T08:59:59Z', '2026-03-19'],
    ['days later', '2026-03-29T12:00:00Z', '2026-03-26'],
  ])('of a weekly cadence, %s', (_, now, day) => {
    expect(latestOccurrence(weekly, berlin, new Date(now))?.occursOn).toBe(day);
  });

  it('keeps the local hour when clocks change', () => {
    const before = latestOccurrence(weekly, berlin, new Date('2026-03-27T00:00:00Z'));
    const after = latestOccurrence(weekly, berlin, new Date('2026-04-03T00:00:00Z'));
    expect(before?.promptAt).toEqual(new Date('2026-03-26T09:00:00Z'));
    expect(after?.promptAt).toEqual(new Date('2026-04-02T08:00:00Z'));
  });

  it('is none before the cadence starts', () => {
    expect(latestOccurrence(weekly, berlin, new Date('2025-12-31T12:00:00Z'))).toBeUndefined();
  });

  it('skips the weeks between for a fortnight', () => {
    const fortnightly: Cadence = { ...weekly, every: 'fortnight' };
    expect(latestOccurrence(fortnightly, utc, new Date('2026-01-14T00:00:00Z'))?.occursOn).toBe('2026-01-01');
    expect(latestOccurrence(fortnightly, utc, new Date('2026-01-15T10:00:00Z'))?.occursOn).toBe('2026-01-15');
  });

  it('falls on the last day of a month that is too short', () => {
    const monthly: Cadence = { ...weekly, every: 'month', day: 31 };
    expect(latestOccurrence(monthly, utc, new Date('2026-03-15T00:00:00Z'))?.occursOn).toBe('2026-02-28');
    expect(nextOccurrence(monthly, utc, new Date('2026-04-02T00:00:00Z'))?.occursOn).toBe('2026-04-30');
  });
});

describe('a cadence', () => {
  const latestDay = (cadence: Cadence, now: string) => latestOccurrence(cadence, utc, new Date(now))?.occursOn;
  const nextDay = (cadence: Cadence, now: string) => nextOccurrence(cadence, utc, new Date(now))?.occursOn;

  it('of months can ask on the last working day', () => {
    const monthly: Cadence = { ...weekly, every: 'month', day: null };
    expect(nextDay(monthly, '2026-01-02T00:00:00Z')).toBe('2026-01-30');
    expect(nextDay(monthly, '2026-02-02T00:00:00Z')).toBe('2026-02-27');
    expect(nextDay(monthly, '2026-03-02T00:00:00Z')).toBe('2026-03-31');
  });

  it('of quarters asks in their last month', () => {
    const quarterly: Cadence = { ...weekly, every: 'quarter', day: 10 };
    expect(nextDay(quarterly, '2026-01-02T00:00:00Z')).toBe('2026-03-10');
    expect(latestDay(quarterly, '2026-05-02T00:00:00Z')).toBe('2026-03-10');
    expect(nextDay(quarterly, '2026-05-02T00:00:00Z')).toBe('2026-06-10');
    expect(nextDay({ ...quarterly, day: null }, '2026-05-02T00:00:00Z')).toBe('2026-06-30');
  });

  it('asks nobody after it ended, and nobody while it is paused', () => {
    const ended: Cadence = { ...weekly, endsOn: '2026-03-20' };
    expect(latestDay(ended, '2026-03-20T00:00:00Z')).toBe('2026-03-19');
    expect(nextDay(ended, '2026-03-20T00:00:00Z')).toBeUndefined();
    expect(latestDay(ended, '2026-03-27T00:00:00Z')).toBeUndefined();
    const paused: Cadence = { ...weekly, pausedUntil: '2026-04-20' };
    expect(latestDay(paused, '2026-03-27T00:00:00Z')).toBeUndefined();
    expect(nextDay(paused, '2026-03-27T00:00:00Z')).toBe('2026-04-23');
  });

  it.each([
    ['to a day that is still to come', '2026-03-26T12:00:00Z', 5],
    ['to a day that has passed', '2026-03-27T12:00:00Z', 2],
  ])('keeps its period when its day is moved %s', (_, now, day) => {
    const asked = latestOccurrence(weekly, utc, new Date(now));
    const moved = occurrenceOf({ ...weekly, day }, '2026-03-26', utc);
    expect(moved.periodOn).toBe(asked?.periodOn);
    expect(moved.occursOn).not.toBe(asked?.occursOn);
  });
});

describe('occurrenceOf', () => {
  it('closes on a working day, at the same local time', () => {
    const friday = occurrenceOf({ ...weekly, day: 5 }, '2026-03-27', berlin);
    expect(friday.closesAt).toEqual(new Date('2026-04-01T08:00:00Z'));
  });

  it('stays open longer over days off, and never into the next one', () => {
    const bavarian = calendar({ timeZone: 'Europe/Berlin', holidayRegion: 'DE-BY' });
    expect(occurrenceOf(weekly, '2026-04-02', bavarian).closesAt).toEqual(new Date('2026-04-09T08:00:00Z'));
    const shut = [24, 25, 28, 29, 30, 31].map((day) => ({ on: `2026-12-${day}` as const, name: 'Shut', region: '' }));
    const closed = occurrenceOf(weekly, '2026-12-24', calendar({ companyHolidays: shut })).closesAt;
    expect(closed).toEqual(new Date('2026-12-31T10:00:00Z'));
  });

  it('whose day was moved into the past comes when it was moved, with its whole window', () => {
    const moved: Cadence = { ...weekly, day: 2, movedAt: new Date('2026-03-25T15:00:00Z') };
    const { promptAt, closesAt } = occurrenceOf(moved, '2026-03-25', utc);
    expect([promptAt, closesAt]).toEqual([moved.movedAt, new Date('2026-03-30T10:00:00Z')]);
    expect(occurrenceOf(moved, '2026-04-01', utc).promptAt).toEqual(new Date('2026-03-31T10:00:00Z'));
  });
});

describe('occurrencesUpTo', () => {
  it('names what fell due since, the latest first, and the one before', () => {
    const days = (since: string) =>
      occurrencesUpTo(weekly, utc, { since: new Date(since), now: new Date('2026-03-27T00:00:00Z') }).map(
        ({ occursOn }) => occursOn,
      );
    expect(days('2026-03-26T11:00:00Z')).toEqual(['2026-03-26']);
    expect(days('2026-03-12T11:00:00Z')).toEqual(['2026-03-26', '2026-03-19', '2026-03-12']);
    expect(days('2026-05-01T00:00:00Z')).toEqual(['2026-03-26']);
  });
});

describe('an occurrence', () => {
  const cadences = fc.record({
    every: fc.constantFrom('week', 'fortnight', 'month', 'quarter'),
    day: fc.integer({ min: 1, max: 7 }),
    time: fc.constantFrom('00:00', '02:30', '10:00', '23:59'),
    startsOn: fc.integer({ min: 0, max: 400 }).map((days) => plusDays('2024-01-01', days)),
    endsOn: fc.constant(null),
    pausedUntil: fc.constantFrom(null, '2026-05-05'),
    movedAt: fc.constant(null),
    reminderAfterDays: fc.constantFrom(null, 1, 2),
    reminders: fc.constant(1),
    graceDays: fc.constant(2),
    windowDays: fc.integer({ min: 1, max: 4 }),
  }) as fc.Arbitrary<Cadence>;
  const zones = fc
    .constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC')
    .map((timeZone) => calendar({ timeZone }));
  const instants = fc.date({
    min: new Date('2025-06-01T00:00Z'),
    max: new Date('2028-06-01T00:00Z'),
    noInvalidDate: true,
  });

  it('that comes next is the latest one once its time has come, and none lies between', () => {
    fc.assert(
      fc.property(cadences, zones, instants, (cadence, zone, now) => {
        const next = nextOccurrence(cadence, zone, now);
        const latest = latestOccurrence(cadence, zone, now);
        if (!next) throw new Error('it never ends');
        expect(next.promptAt.getTime()).toBeGreaterThan(now.getTime());
        expect(latestOccurrence(cadence, zone, next.promptAt)).toEqual(next);
        const before = latestOccurrence(cadence, zone, new Date(next.promptAt.getTime() - 1));
        // In a pause, what fell due before it is not owed any more.
        if (cadence.pausedUntil === null) expect(before).toEqual(latest);
        if (latest) expect(latest.periodOn < next.periodOn).toBe(true);
        expect(occurrenceOf(cadence, next.occursOn, zone)).toEqual(next);
        if (['week', 'fortnight'].includes(cadence.every)) expect(weekdayOf(next.occursOn)).toBe(cadence.day);
      }),
    );
  });
});
