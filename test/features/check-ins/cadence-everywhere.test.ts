import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cadence, latestOccurrence } from '../../../src/features/check-ins/cadence.ts';
import { calendar } from '../people/some-calendar.ts';
import { QUARTER, wallClock } from '../people/wall-clock.ts';

const zones = Intl.supportedValuesOf('timeZone');
const DAY = 96 * QUARTER;

const cadence = (differences: Partial<Cadence>): Cadence => ({
  every: 'week',
  day: 4,
  time: '10:00',
  startsOn: '2020-01-06',
  endsOn: null,
  pausedUntil: null,
  movedAt: null,
  reminderAfterDays: null,
  reminders: 0,
  graceDays: 2,
  windowDays: 3,
  ...differences,
});

/**
 * Slowly: from long before `now`, a quarter of an hour at a time; each day that the cadence means comes at the first
 * moment at which clocks show its time, or have jumped past it.
 */
function slowLatest({ every, day, time }: Cadence, timeZone: string, now: number): number | undefined {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const due = hours * 60 + minutes;
  const isMeant = (on: string, weekday: number) => (every === 'week' ? weekday === day : Number(on.slice(8)) === day);
  let latest: number | undefined;
  let came = '';
  const span = every === 'week' ? 9 : 34;
  for (let at = now - (now % QUARTER) - span * DAY; at <= now; at += QUARTER) {
    const { day: on, minute, weekday } = wallClock(at, timeZone);
    if (minute < due || on === came || !isMeant(on, weekday)) continue;
    came = on;
    latest = at;
  }
  return latest;
}

describe('in every zone, over several years and clock changes, the latest occurrence is what a slow look finds', () => {
  const changes = ['2024-03-31', '2024-11-03', '2025-03-09', '2025-04-06', '2025-10-05', '2026-03-29', '2026-10-25'];
  const times = ['00:00', '00:30', '02:00', '02:30', '03:00', '10:00', '23:45'] as const;

  it('when clocks change', () => {
    for (const [index, timeZone] of zones.entries()) {
      const change = changes[index % changes.length] ?? '2026-03-29';
      const now = Date.parse(`${change}T23:45:00Z`);
      const time = times[index % times.length] ?? '02:30';
      // The cadence asks on that very weekday.
      const asks = cadence({ day: new Date(change).getUTCDay() || 7, time });
      const found = latestOccurrence(asks, calendar({ timeZone }), new Date(now))?.promptAt.getTime();
      expect([timeZone, time, found]).toEqual([timeZone, time, slowLatest(asks, timeZone, now)]);
    }
  });

  it('and at any other time', () => {
    const weekly = fc.integer({ min: 1, max: 7 }).map((day) => ({ every: 'week', day }) as const);
    const monthly = fc.integer({ min: 1, max: 28 }).map((day) => ({ every: 'month', day }) as const);
    const instants = fc.integer({ min: 0, max: 4 * 365 * 96 });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.oneof(weekly, monthly),
        fc.constantFrom(...times),
        instants,
        (timeZone, rhythm, time, quarters) => {
          const now = Date.parse('2023-06-01T00:00:00Z') + quarters * QUARTER;
          const asks = cadence({ ...rhythm, time });
          const found = latestOccurrence(asks, calendar({ timeZone }), new Date(now))?.promptAt.getTime();
          expect(found).toBe(slowLatest(asks, timeZone, now));
        },
      ),
      { numRuns: 500, endOnFailure: true },
    );
  });
});
