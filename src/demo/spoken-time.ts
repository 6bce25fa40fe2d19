import { type CalendarDay, readableDay } from '../platform/time/calendar-day.ts';

const WRITTEN: Readonly<Record<string, string>> = { 'America/Sao_Paulo': 'São Paulo' };

/** The city that a zone is named after. */
export function cityOf(timeZone: string): string {
  return WRITTEN[timeZone] ?? timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
}

/** Calendar and clock as somebody in that zone has them on the wall: `2026-01-08`, `10:00`. */
export function onTheWall(instant: Date, timeZone: string): { day: CalendarDay; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}` as CalendarDay;
  return { day, time: `${part('hour')}:${part('minute')}` };
}

/** `Thu 8 Jan, 10:00 in Berlin`. */
export function spokenTime(instant: Date, timeZone: string): string {
  const { day, time } = onTheWall(instant, timeZone);
  return `${readableDay(day).replace(/ \d{4}$/, '')}, ${time} in ${cityOf(timeZone)}`;
}
