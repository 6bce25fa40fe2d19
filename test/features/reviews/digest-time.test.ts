import { expect, it } from 'vitest';
import { reviewDigestAt } from '../../../src/features/reviews/digest-time.ts';

const review = { reviewOn: '2026-06-30', digestDaysBefore: 7 } as const;

it.each([
  ['one zone: in the morning', 'Europe/Berlin', 'Europe/Berlin', '2026-06-23T07:00:00Z'],
  ['no manager: in the morning', 'Europe/Berlin', null, '2026-06-23T07:00:00Z'],
  ['a manager an hour behind: in the morning of both', 'Europe/Berlin', 'Europe/London', '2026-06-23T07:00:00Z'],
  ['a manager in New York: when it is seven there', 'Europe/Berlin', 'America/New_York', '2026-06-23T11:00:00Z'],
  ['a manager far behind: in the evening', 'Asia/Kolkata', 'America/New_York', '2026-06-23T11:30:00Z'],
  ['a manager far ahead: in the morning', 'America/New_York', 'Asia/Kolkata', '2026-06-23T13:00:00Z'],
  ['no common hour: the member decides', 'Pacific/Honolulu', 'Europe/Berlin', '2026-06-23T19:00:00Z'],
])('%s', (_, timeZone, managerTimeZone, expected) => {
  expect(reviewDigestAt({ ...review, timeZone, managerTimeZone })).toEqual(new Date(expected));
});
