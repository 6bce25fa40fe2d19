import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DigestHour,
  digestDaysTelling,
  latestDigestWeek,
  weekUpTo,
} from '../../../src/features/wins/digest-week.ts';
import { dayOf, plusDays, weekdayOf } from '../../../src/platform/time/calendar-day.ts';

const friday: DigestHour = { digestDay: 5, digestTime: '15:00', digestTimeZone: 'Europe/Berlin' };

describe('the week of a digest', () => {
  it.each([
    ['at its minute', '2026-03-27T14:00:00Z', '2026-03-27'],
    ['a minute before', '2026-03-27T13:59:00Z', '2026-03-20'],
    ['the day before', '2026-03-26T20:00:00Z', '2026-03-20'],
    ['after a clock change', '2026-04-03T13:00:00Z', '2026-04-03'],
  ])('%s', (_, now, to) => {
    expect(latestDigestWeek(friday, new Date(now)).to).toBe(to);
  });

  it('has every day in it exactly once', () => {
    const days = fc.integer({ min: 0, max: 2000 }).map((offset) => plusDays('2024-01-01', offset));
    const hours = fc.record({
      digestDay: fc.integer({ min: 1, max: 7 }),
      digestTime: fc.constant('15:00' as const),
      digestTimeZone: fc.constantFrom('Europe/Berlin', 'Pacific/Auckland', 'America/New_York'),
    });
    fc.assert(
      fc.property(hours, days, (hour, day) => {
        const telling = digestDaysTelling(day).filter((to) => weekdayOf(to) === hour.digestDay);
        expect(telling).toHaveLength(1);
        const week = weekUpTo(hour, telling[0] ?? day);
        expect(week.from <= day && day <= week.to).toBe(true);
        expect(plusDays(week.from, 6)).toBe(week.to);
        expect(latestDigestWeek(hour, week.dueAt)).toEqual(week);
        expect(dayOf(week.dueAt, hour.digestTimeZone)).toBe(week.to);
      }),
    );
  });
});
