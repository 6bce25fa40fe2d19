import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { isRunning, lastDayShown } from '../metrics/metric-period.ts';
import { type PeriodValue, valuesByPeriod } from '../observations/period-value.ts';
import { isGrowing, type Trend } from '../observations/trend.ts';
import type { Interpretation } from './interpretation.ts';
import type { ProcessLimits } from './process-limits.ts';
import { readSignals, type Signal } from './signal.ts';

/** What a period came to, and what was usual when it did. */
export interface ReadPeriod extends PeriodValue {
  limits: ProcessLimits | undefined;
  signal: Omit<Signal, 'at'> | undefined;
  /** Its period is not over: more may come. */
  isRunning: boolean;
  /** Where it stands in a picture: the end of its period, or today while that is running. */
  shownOn: CalendarDay;
}

/** A member's numbers of one metric over a span, and what is worth talking about in them. */
export interface MetricReading extends Trend {
  /** Every period that has a usable value, oldest first; and those of the span. */
  history: ReadPeriod[];
  periods: ReadPeriod[];
  /** How many more values it takes until there is a usual; 0 when there is. */
  missing: number;
  /** What the member said of values in the span, oldest first. */
  interpretations: Interpretation[];
  today: CalendarDay;
}

/**
 * Reads all there ever was, so that what is usual does not depend on how far back somebody looks, and keeps the span. A sum
 * whose period is not over yet is no signal: it is still growing.
 */
export function readTrend(
  everything: Trend,
  interpretations: readonly Interpretation[],
  { from, today }: { from: CalendarDay; today: CalendarDay },
): MetricReading {
  const { values } = everything;
  const all = valuesByPeriod(values);
  const over = all.filter((period) => !isGrowing(period, today));
  const { signals, limits, missing } = readSignals(over);
  const signalAt = new Map(signals.map(({ at, ...signal }) => [at, signal]));
  const history = all.map((period, at) => ({
    ...period,
    limits: limits[at],
    signal: signalAt.get(at),
    isRunning: isRunning(period.period, today),
    shownOn: lastDayShown(period.period, today),
  }));
  return {
    ...everything,
    values: values.filter(({ on }) => on >= from),
    history,
    periods: history.filter(({ period }) => period.to >= from),
    missing,
    today,
    interpretations: interpretations.filter(({ periodOn }) => periodOn >= from),
  };
}

/** Whether a signal lies on the side that is not wanted: early trouble, if it is any. */
export function isTrouble({ metric }: Pick<Trend, 'metric'>, { side }: Omit<Signal, 'at'>): boolean {
  return (side === 'above') === (metric.direction === 'lower');
}
