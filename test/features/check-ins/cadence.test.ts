import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cadence,
  latestOccurrence,
  nextOccurrence,
  occurrenceOn,
} from '../../../src/features/check-ins/cadence.ts';
import { plusDays, weekdayOf } from '../../../src/platform/time/calendar-day.ts';

const weekly: Cadence = {
  every: 'week',
  day: 4,
  time: '10:00',
  startsOn: '2026-01-01',
  reminderAfterDays: 1,
  windowDays: 3,
};

describe('latestOccurrence', () => {
  it.each([
    ['at the very minute', '2026-03-26T09:00:00Z', '2026-03-26'],
    ['a second before', '2026-03-26T08:59:59Z', '2026-03-19'],
    ['days later', '2026-03-29T12:00:00Z', '2026-03-26'],
  ])('of a weekly cadence, %s', (_, now, day) => {
    expect(latestOccurrence(weekly, 'Europe/Berlin', new Date(now))?.occursOn).toBe(day);
  });

  it('keeps the local hour when clocks change', () => {
    const before = latestOccurrence(weekly, 'Europe/Berlin', new Date('2026-03-27T00:00:00Z'));
    const after = latestOccurrence(weekly, 'Europe/Berlin', new Date('2026-04-03T00:00:00Z'));
    expect(before?.promptAt).toEqual(new Date('2026-03-26T09:00:00Z'));
    expect(after?.promptAt).toEqual(new Date('2026-04-02T08:00:00Z'));
  });

  it('is none before the cadence starts', () => {
    expect(latestOccurrence(weekly, 'Europe/Berlin', new Date('2025-12-31T12:00:00Z'))).toBeUndefined();
  });

  it('skips the weeks between for a fortnight', () => {
    const fortnightly: Cadence = { ...weekly, every: 'fortnight' };
    expect(latestOccurrence(fortnightly, 'UTC', new Date('2026-01-14T00:00:00Z'))?.occursOn).toBe('2026-01-01');
    expect(latestOccurrence(fortnightly, 'UTC', new Date('2026-01-15T10:00:00Z'))?.occursOn).toBe('2026-01-15');
  });

  it('falls on the last day of a month that is too short', () => {
    const monthly: Cadence = { ...weekly, every: 'month', day: 31 };
    expect(latestOccurrence(monthly, 'UTC', new Date('2026-03-15T00:00:00Z'))?.occursOn).toBe('2026-02-28');
    expect(nextOccurrence(monthly, 'UTC', new Date('2026-04-02T00:00:00Z')).occursOn).toBe('2026-04-30');
  });
});

describe('occurrenceOn', () => {
  it('reminds and closes on working days, at the same local time', () => {
    const friday = occurrenceOn({ ...weekly, day: 5 }, '2026-03-27', 'Europe/Berlin');
    expect(friday.remindAt).toEqual(new Date('2026-03-30T08:00:00Z'));
    expect(friday.closesAt).toEqual(new Date('2026-04-01T08:00:00Z'));
  });
});

describe('an occurrence', () => {
  const cadences = fc.record({
    every: fc.constantFrom('week', 'fortnight', 'month'),
    day: fc.integer({ min: 1, max: 7 }),
    time: fc.constantFrom('00:00', '02:30', '10:00', '23:59'),
    startsOn: fc.integer({ min: 0, max: 400 }).map((days) => plusDays('2024-01-01', days)),
    reminderAfterDays: fc.constantFrom(null, 1, 2),
    windowDays: fc.integer({ min: 1, max: 4 }),
  }) as fc.Arbitrary<Cadence>;
  const zones = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC');
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
        expect(next.promptAt.getTime()).toBeGreaterThan(now.getTime());
        expect(latestOccurrence(cadence, zone, next.promptAt)).toEqual(next);
        expect(latestOccurrence(cadence, zone, new Date(next.promptAt.getTime() - 1))).toEqual(latest);
        if (cadence.every !== 'month') expect(weekdayOf(next.occursOn)).toBe(cadence.day);
      }),
    );
  });
});
