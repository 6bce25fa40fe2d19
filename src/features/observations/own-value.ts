import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { Measure } from '../metrics/metric.ts';

/** A value that somebody gave themselves and that stands, with the name and measure that it was given under. */
export interface OwnValue extends Measure {
  id: string;
  metricKey: string;
  name: string;
  on: CalendarDay;
  /** Null, "no value this time". */
  value: string | null;
}
