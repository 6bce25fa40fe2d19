import { readableDay } from '../../platform/time/calendar-day.ts';
import type { CheckInRecord } from '../check-ins/load-check-in-record.ts';
import { readableExcuses } from '../check-ins/readable-excuses.ts';

/** How somebody's check-ins stand, in a few words. */
export function checkInWords({ asked, answered, openOn, missedOn, excused }: CheckInRecord): string {
  if (asked === 0) return 'not asked yet';
  const open = openOn.at(-1);
  if (open) return `has not answered ${readableDay(open)} yet (${answered} of ${asked} answered)`;
  const all = missedOn.length === 0 && excused.length === 0;
  return all ? `answered all ${asked}` : `answered ${answered} of ${asked}`;
}

/** With why some were excused. */
export function checkInWordsInFull(record: CheckInRecord): string {
  const excuses = readableExcuses(record.excused, record.asked);
  return excuses === undefined ? checkInWords(record) : `${checkInWords(record)}; ${excuses}`;
}
