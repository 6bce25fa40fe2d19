import { describe, expect, it } from 'vitest';
import { putOffUntil } from '../../../src/features/check-ins/put-off.ts';
import { calendar } from '../people/some-calendar.ts';

// Berlin, asked on Thursday the 26th of March 2026 at ten; summer time begins on Sunday the 29th. Good Friday is the 3rd
// of April, and Easter Monday a holiday too.
const berlin = calendar({ timeZone: 'Europe/Berlin', quietFrom: '19:00', quietUntil: '07:00', holidayRegion: 'DE' });
const until = (choice: 'later' | 'tomorrow', now: string, closesAt: string) =>
  putOffUntil(choice, berlin, { time: '10:00', now: new Date(now), closesAt: new Date(closesAt) })?.toISOString();

const tuesday = '2026-03-31T08:00:00Z';
const afterEaster = '2026-04-08T08:00:00Z';

describe('putOffUntil', () => {
  it.each([
    ['three hours on', '2026-03-26T09:00:00Z', '2026-03-26T12:00:00.000Z'],
    ['at a quarter of an hour', '2026-03-26T09:02:00Z', '2026-03-26T12:15:00.000Z'],
    ['from the morning on, when said at night', '2026-03-26T01:00:00Z', '2026-03-26T06:00:00.000Z'],
    ['the last time before quiet hours', '2026-03-26T14:45:00Z', '2026-03-26T17:45:00.000Z'],
    ['not into quiet hours, but in the morning', '2026-03-26T15:01:00Z', '2026-03-27T08:00:00.000Z'],
    ['over the weekend, and the change of clocks', '2026-03-27T16:00:00Z', '2026-03-30T07:00:00.000Z'],
    ['not after the window', '2026-03-31T05:30:00Z', undefined],
  ])('later is %s', (_, now, expected) => {
    expect(until('later', now, tuesday)).toBe(expected);
  });

  it.each([
    ['at the hour of the cadence', '2026-03-26T09:00:00Z', tuesday, '2026-03-27T09:00:00.000Z'],
    ['on Monday, in the new hour', '2026-03-27T09:00:00Z', tuesday, '2026-03-30T08:00:00.000Z'],
    ['not when the window closes then', '2026-03-30T09:00:00Z', tuesday, undefined],
    ['after the holidays', '2026-04-02T09:00:00Z', afterEaster, '2026-04-07T08:00:00.000Z'],
  ])('tomorrow is %s', (_, now, closesAt, expected) => {
    expect(until('tomorrow', now, closesAt)).toBe(expected);
  });

  it('respects days away', () => {
    const away = { ...berlin, absences: [{ awayFrom: '2026-03-27', awayUntil: '2026-03-30' } as const] };
    const now = new Date('2026-03-26T09:00:00Z');
    const ask = (closesAt: string) =>
      putOffUntil('tomorrow', away, { time: '10:00', now, closesAt: new Date(closesAt) });
    expect(ask('2026-04-01T08:00:00Z')).toEqual(new Date('2026-03-31T08:00:00Z'));
    expect(ask(tuesday)).toBeUndefined();
  });
});
