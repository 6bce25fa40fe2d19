import { describe, expect, it } from 'vitest';
import { nextReminder } from '../../../src/features/check-ins/reminder.ts';
import { tellingMoment } from '../../../src/features/people/telling-moment.ts';
import { calendar } from '../people/some-calendar.ts';

const berlin = calendar({ timeZone: 'Europe/Berlin', quietFrom: '19:00', quietUntil: '07:00', holidayRegion: 'DE' });

describe('nextReminder', () => {
  const cadence = { reminderAfterDays: 1, reminders: 2, time: '10:00' } as const;
  it.each([
    ['a working day on', 0, '2026-03-26T09:00:00Z', '2026-03-27T09:00:00.000Z'],
    ['over the weekend', 1, '2026-03-27T09:00:00Z', '2026-03-30T08:00:00.000Z'],
    ['none after the last', 2, '2026-03-26T09:00:00Z', undefined],
    ['none at the end of the window', 1, '2026-03-30T08:00:00Z', undefined],
  ])('%s', (_, reminded, after, expected) => {
    const closesAt = new Date('2026-03-31T08:00:00Z');
    const next = nextReminder(cadence, berlin, { after: new Date(after), closesAt, reminded });
    expect(next?.toISOString()).toBe(expected);
  });

  it('is none where the cadence wants none', () => {
    const after = new Date('2026-03-26T09:00:00Z');
    const terms = { after, closesAt: new Date('2026-04-30T00:00:00Z'), reminded: 0 };
    expect(nextReminder({ ...cadence, reminderAfterDays: null }, berlin, terms)).toBeNull();
    expect(nextReminder({ ...cadence, reminders: 0 }, berlin, terms)).toBeNull();
  });
});

describe('tellingMoment', () => {
  it.each([
    ['on the same morning', '2026-03-31T22:00:00Z', '2026-04-01T07:30:00.000Z'],
    ['at the very minute', '2026-04-01T07:30:00Z', '2026-04-01T07:30:00.000Z'],
    ['on the next one', '2026-04-01T07:31:00Z', '2026-04-02T07:30:00.000Z'],
    ['after the holidays', '2026-04-02T22:00:00Z', '2026-04-07T07:30:00.000Z'],
  ])('%s', (_, from, expected) => {
    expect(tellingMoment(berlin, new Date(from)).toISOString()).toBe(expected);
  });

  it('is not put off for ever', () => {
    const away = { ...berlin, absences: [{ awayFrom: '2026-01-01', awayUntil: '2027-01-01' } as const] };
    expect(tellingMoment(away, new Date('2026-04-01T00:00:00Z')) < new Date('2026-07-01T00:00:00Z')).toBe(true);
  });
});
