import { type CalendarDay, daysBetween } from '../../platform/time/calendar-day.ts';
import { FREQUENCIES, type Frequency, type MetricPeriod, periodAfter, periodOf } from '../metrics/metric-period.ts';
import { isComparable } from '../observations/comparable.ts';
import { valuesByPeriod } from '../observations/period-value.ts';
import type { Trend } from '../observations/trend.ts';
import type { UnitSeries } from './precedence.ts';

/** The rarer of two frequencies: weeks can be put together to months, and not the other way round. */
export function rarer(a: Frequency, b: Frequency): Frequency {
  return FREQUENCIES.indexOf(a) > FREQUENCIES.indexOf(b) ? a : b;
}

/**
 * Two metrics of one member, period by period from the first that either has to the last that is over. What a leading
 * metric of every week comes to in a month is its sum where it is one, else its mean. Only values under the latest
 * definition are compared.
 */
export function pairedSeries(leading: Trend, outcome: Trend, today: CalendarDay): UnitSeries {
  const frequency = rarer(leading.metric.frequency, outcome.metric.frequency);
  const [first, second] = [leading, outcome].map((trend) => numbersByPeriod(trend, frequency, today));
  const days = [...(first?.keys() ?? []), ...(second?.keys() ?? [])].sort();
  const [from, to] = [days[0], days.at(-1)];
  const periods: MetricPeriod[] = [];
  if (from && to && daysBetween(from, to) >= 0) {
    for (let period = periodOf(frequency, from); period.from <= to; period = periodAfter(period)) periods.push(period);
  }
  return {
    leading: periods.map((period) => first?.get(period.from)),
    outcome: periods.map((period) => second?.get(period.from)),
  };
}

function numbersByPeriod(
  { metric, values }: Trend,
  frequency: Frequency,
  today: CalendarDay,
): Map<CalendarDay, number> {
  const found = valuesByPeriod(values).filter((one) => isComparable(one, metric) && one.period.to < today);
  const grouped = Map.groupBy(found, ({ period }) => periodOf(frequency, period.to).from);
  const over = [...grouped].filter(([from]) => periodOf(frequency, from).to < today);
  return new Map(
    over.map(([from, of]) => {
      const sum = of.reduce((total, { value }) => total + Number(value), 0);
      return [from, metric.aggregation === 'sum' ? sum : sum / of.length];
    }),
  );
}
