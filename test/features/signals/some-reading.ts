import type { Metric } from '../../../src/features/metrics/metric.ts';
import type { Value } from '../../../src/features/observations/trend.ts';
import type { Interpretation } from '../../../src/features/signals/interpretation.ts';
import { type MetricReading, readTrend } from '../../../src/features/signals/reading.ts';
import type { CalendarDay } from '../../../src/platform/time/calendar-day.ts';
import { plusDays } from '../../../src/platform/time/calendar-day.ts';
import { measure, metric, value } from '../metrics/some-metric.ts';

/** A Thursday, as most values are about. */
export const FIRST: CalendarDay = '2026-01-01';

interface Some {
  metric?: Partial<Metric>;
  /** Whatever differs of the value of that week. */
  valueAt?: (week: number) => Partial<Value>;
  interpretations?: Interpretation[];
  from?: CalendarDay;
  today?: CalendarDay;
}

/** One value a week from `FIRST` on. */
export function reading(numbers: readonly (number | string)[], some: Some = {}): MetricReading {
  const { unit = 'hours', format = 'count', aggregation = 'last', ...rest } = some.metric ?? {};
  const measured = { ...measure({ unit, format }), aggregation };
  const values = numbers.map((number, week) =>
    value({ ...measured, on: plusDays(FIRST, 7 * week), value: String(number), ...some.valueAt?.(week) }),
  );
  const { from = FIRST, today = plusDays(FIRST, 7 * numbers.length), interpretations = [] } = some;
  const trend = { metric: metric({ ...measured, ...rest }), isAsked: true, values };
  return readTrend(trend, interpretations, { from, today });
}

export function interpretation(differences: Partial<Interpretation> = {}): Interpretation {
  return {
    memberId: 'U1',
    metricKey: 'first_reply_hours',
    periodOn: FIRST,
    meaning: 'Two of us were away',
    context: 'resources',
    recordedAt: new Date('2026-03-26T12:00:00Z'),
    ...differences,
  };
}

/** Nothing out of the usual: mean 5.5, moving range 1, so 2.84 to 8.16. */
export const STEADY = [5, 6, 5, 6, 5, 6, 5, 6];
