import { type CalendarDay, plusDays, plusMonths } from '../../platform/time/calendar-day.ts';

/** Three months of the calendar; both ends belong to it. */
export interface Quarter {
  name: string;
  from: CalendarDay;
  to: CalendarDay;
}

/** The quarter that a day lies in, or the one so many before it. */
export function quarterOf(day: CalendarDay, before = 0): Quarter {
  const [year = '', month = ''] = day.split('-');
  const first = 3 * Math.floor((Number(month) - 1) / 3) + 1;
  const from = plusMonths(`${year}-${String(first).padStart(2, '0')}-01` as CalendarDay, -3 * before);
  const [ofYear = '', firstMonth = ''] = from.split('-');
  return {
    name: `Q${(Number(firstMonth) + 2) / 3} ${ofYear}`,
    from,
    to: plusDays(plusMonths(from, 3), -1),
  };
}
