import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextHumaneMoment } from '../../../src/features/people/humane-moment.ts';
import type { WorkingCalendar } from '../../../src/features/people/working-calendar.ts';
import { plusDays } from '../../../src/platform/time/calendar-day.ts';
import { calendar } from './some-calendar.ts';
import { QUARTER, wallClock } from './wall-clock.ts';

const berlin = (differences: Partial<WorkingCalendar> = {}) =>
  calendar({ timeZone: 'Europe/Berlin', quietFrom: '19:00', quietUntil: '07:00', ...differences });
const moment = (keeps: WorkingCalendar, from: string, until = '2026-05-01T00:00:00Z') =>
  nextHumaneMoment(keeps, { from: new Date(from), until: new Date(until) });

describe('the next humane moment', () => {
  it.each([
    ['now, on a working day', {}, '2026-04-02T08:00:00Z', '2026-04-02T08:00:00Z', null],
    ['the end of quiet hours', {}, '2026-04-02T18:30:00Z', '2026-04-03T05:00:00Z', 'quiet hours'],
    ['the end of quiet hours that began yesterday', {}, '2026-04-02T03:00:00Z', '2026-04-02T05:00:00Z', 'quiet hours'],
    ['Monday at the same hour', {}, '2026-04-04T08:00:00Z', '2026-04-06T08:00:00Z', 'not a working day'],
    ['Monday morning, from Friday night', {}, '2026-04-03T18:00:00Z', '2026-04-06T05:00:00Z', 'not a working day'],
    [
      'after Easter',
      { holidayRegion: 'DE' },
      '2026-04-03T08:00:00Z',
      '2026-04-07T08:00:00Z',
      'public holiday: Good Friday',
    ],
    [
      'after an absence',
      { absences: [{ awayFrom: '2026-04-01', awayUntil: '2026-04-10' }] },
      '2026-04-02T08:00:00Z',
      '2026-04-13T08:00:00Z',
      'away until Fri 10 Apr 2026',
    ],
    [
      'after a day off of their region',
      { holidayRegion: 'DE-BY', companyHolidays: [{ on: '2026-04-02', name: 'Moving', region: 'DE' }] },
      '2026-04-02T08:00:00Z',
      '2026-04-07T08:00:00Z',
      'company holiday: Moving',
    ],
    [
      'now, where only another region is off',
      { holidayRegion: 'DE-BY', companyHolidays: [{ on: '2026-04-02', name: 'Moving', region: 'DE-BE' }] },
      '2026-04-02T08:00:00Z',
      '2026-04-02T08:00:00Z',
      null,
    ],
  ] as const)('is %s', (_, differences, from, at, because) => {
    expect(moment(berlin(differences), from)).toEqual({ at: new Date(at), because });
  });

  it.each([
    ['an absence', { absences: [{ awayFrom: '2026-04-01', awayUntil: '2026-04-30' }] }, 'away'],
    [
      'holidays',
      { companyHolidays: [2, 3, 6].map((d) => ({ on: `2026-04-0${d}`, name: 'Shut', region: '' })) },
      'holiday',
    ],
    ['the working week', { workingDays: [3] }, 'no-time'],
  ])('is none where %s takes all of the time', (_, differences, kind) => {
    const keeps = berlin(differences as Partial<WorkingCalendar>);
    expect(moment(keeps, '2026-04-02T08:00:00Z', '2026-04-07T08:00:00Z')).toMatchObject({ at: null, kind });
  });
});

// An independent computation, step by step and by Intl alone: wait out quiet hours, then look at the day; from a day
// off go on to the first quarter of an hour of the next day at which the wall clock shows the same time, or is past it.

const DAY = 96 * QUARTER;
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function slowly(keeps: WorkingCalendar, from: number, until: number): number | null {
  const { timeZone, quietFrom, quietUntil, workingDays, absences } = keeps;
  const [begins, ends] = [minutes(quietFrom), minutes(quietUntil)];
  const isQuiet = (minute: number) =>
    begins <= ends ? begins <= minute && minute < ends : minute >= begins || minute < ends;
  let at = from;
  while (at < until) {
    const { day, minute, weekday } = wallClock(at, timeZone);
    if (isQuiet(minute)) {
      at += QUARTER;
      continue;
    }
    const isAway = absences.some(({ awayFrom, awayUntil }) => awayFrom <= day && day <= awayUntil);
    if (!isAway && workingDays.includes(weekday)) return at;
    const next = plusDays(day as `${number}-${number}-${number}`, 1);
    let later = at;
    for (;;) {
      later += QUARTER;
      const then = wallClock(later, timeZone);
      if (then.day > next || (then.day === next && then.minute >= minute)) break;
    }
    at = later;
  }
  return null;
}

describe('in every zone, over several years and clock changes', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  // Around the days on which clocks change somewhere, and any others.
  const changes = ['2024-03-31', '2024-11-03', '2025-03-09', '2025-10-05', '2026-03-29', '2026-04-05', '2026-10-25'];
  const instants = fc.oneof(
    fc
      .constantFrom(...changes)
      .chain((day) =>
        fc.integer({ min: -192, max: 192 }).map((offset) => Date.parse(`${day}T00:00:00Z`) + offset * QUARTER),
      ),
    fc.integer({ min: 0, max: 4 * 365 * 96 }).map((count) => Date.parse('2024-01-01T00:00:00Z') + count * QUARTER),
  );
  // Nobody's quiet hours begin or end while clocks change: then it is a matter of taste which of two is meant.
  const nights = fc.constantFrom<Pick<WorkingCalendar, 'quietFrom' | 'quietUntil'>>(
    { quietFrom: '19:00', quietUntil: '07:00' },
    { quietFrom: '21:30', quietUntil: '06:15' },
    { quietFrom: '12:00', quietUntil: '13:30' },
    { quietFrom: '08:00', quietUntil: '08:00' },
  );
  const weeks = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 });

  it('is what a slow computation finds', () => {
    fc.assert(
      fc.property(fc.nat(), instants, nights, weeks, fc.option(fc.nat({ max: 9 })), (seed, from, night, week, away) => {
        const timeZone = zones[seed % zones.length] ?? 'UTC';
        const today = wallClock(from, timeZone).day as `${number}-${number}-${number}`;
        const absences = away === null ? [] : [{ awayFrom: today, awayUntil: plusDays(today, away % 4) }];
        const keeps = calendar({ timeZone, workingDays: week, ...night, absences });
        const until = from + 6 * DAY;
        const found = nextHumaneMoment(keeps, { from: new Date(from), until: new Date(until) });
        expect(found.at?.getTime() ?? null).toBe(slowly(keeps, from, until));
      }),
      { numRuns: 1500, endOnFailure: true },
    );
  });

  it.each(zones)('%s', (timeZone) => {
    const keeps = calendar({ timeZone, quietFrom: '19:00', quietUntil: '07:00' });
    for (const day of changes) {
      for (const hour of ['00', '05', '09', '15', '20']) {
        const from = Date.parse(`${day}T${hour}:00:00Z`);
        const until = from + 4 * DAY;
        const found = nextHumaneMoment(keeps, { from: new Date(from), until: new Date(until) });
        expect(found.at?.getTime() ?? null).toBe(slowly(keeps, from, until));
      }
    }
  });
});
