import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestLessonsMonth, lessonsMonth } from '../../../src/features/growth/lessons-month.ts';

const note = { day: 1, time: '10:00', timeZone: 'Europe/Berlin' } as const;

describe('the month whose lessons are told', () => {
  it.each([
    ['2026-04-01T07:59:00Z', '2026-02', '2026-03-01T09:00:00.000Z'],
    ['2026-04-01T08:00:00Z', '2026-03', '2026-04-01T08:00:00.000Z'],
    ['2026-04-30T20:00:00Z', '2026-03', '2026-04-01T08:00:00.000Z'],
    ['2026-01-15T00:00:00Z', '2025-12', '2026-01-01T09:00:00.000Z'],
  ])('at %s is %s', (now, month, dueAt) => {
    const found = latestLessonsMonth(note, new Date(now));
    expect([found.month, found.dueAt.toISOString()]).toEqual([month, dueAt]);
  });

  it('is told on the last day of the next, where that is shorter', () => {
    expect(lessonsMonth({ ...note, day: 31 }, '2026-01').dueAt.toISOString()).toBe('2026-02-28T09:00:00.000Z');
  });

  it('is the stretch of that month where the note is read', () => {
    const { from, before } = lessonsMonth(note, '2026-03');
    expect([from.toISOString(), before.toISOString()]).toEqual([
      '2026-02-28T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ]);
  });

  it('is over when it is told, and is the latest such', () => {
    const anyNote = fc.record({
      day: fc.integer({ min: 1, max: 31 }),
      time: fc.constantFrom('00:00', '10:00', '23:59'),
      timeZone: fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'),
    });
    const anyMoment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anyNote, anyMoment, (terms, now) => {
        const month = latestLessonsMonth({ ...terms, time: terms.time as '10:00' }, now);
        expect(month.dueAt.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(month.before.getTime()).toBeLessThanOrEqual(month.dueAt.getTime());
        const next = new Date(month.before.getTime() + 15 * 86_400_000).toISOString().slice(0, 7);
        const after = lessonsMonth({ ...terms, time: terms.time as '10:00' }, next);
        expect(after.dueAt.getTime()).toBeGreaterThan(now.getTime());
        expect(after.from.getTime()).toBe(month.before.getTime());
      }),
    );
  });
});
