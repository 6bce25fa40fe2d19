import type { Measure } from '../metrics/metric.ts';
import { readablePeriod } from '../metrics/metric-period.ts';
import { readableNumber, readableValue } from '../metrics/readable-value.ts';
import { isGrowing } from '../observations/trend.ts';
import { CONTEXTS, type Interpretation } from './interpretation.ts';
import { naturalBounds } from './natural-bounds.ts';
import { movesApart, pairsAmong } from './pair.ts';
import type { ProcessLimits } from './process-limits.ts';
import type { MetricReading, ReadPeriod } from './reading.ts';

// Plain words: whoever puts them into a message escapes and cuts them.

/** `6.5 hours (23 to 29 Mar 2026), above what was usual: 2.1 to 5.3 hours`. It says what is seen, and not why. */
export function readableSignal(reading: Pick<MetricReading, 'periods'>, read: ReadPeriod): string {
  const { signal, limits, value, period } = read;
  if (!signal || !limits) return '';
  const when = `${readablePeriod(period)}${read.isRunning ? ', so far' : ''}`;
  const number = readableValue(value, read);
  const finest = decimalsIn(reading.periods);
  if (signal.kind === 'run') {
    return `eight in a row ${signal.side} ${asRead(limits.mean, read, finest)}, the last ${number} (${when})`;
  }
  return `${number} (${when}), ${signal.side} what was usual: ${readableUsual(reading, limits, read)}`;
}

/** What was usual: `2.1 to 5.3 hours`, or `up to 5.3 hours` where no value can lie below. */
export function readableUsual(
  { periods }: Pick<MetricReading, 'periods'>,
  limits: ProcessLimits,
  measure: Measure,
): string {
  const bounds = naturalBounds(
    measure,
    periods.map(({ value }) => Number(value)),
  );
  const finest = decimalsIn(periods);
  const { lower, upper } = limits;
  const hasLower = bounds.from === undefined || lower > bounds.from;
  const hasUpper = bounds.to === undefined || upper < bounds.to;
  if (hasLower && hasUpper) {
    const from = readableNumber(decimal(lower, measure, finest), measure);
    return `${from} to ${asRead(upper, measure, finest)}`;
  }
  if (hasUpper) return `up to ${asRead(upper, measure, finest)}`;
  return hasLower ? `${asRead(lower, measure, finest)} and more` : 'anything on its scale';
}

function asRead(number: number, measure: Measure, finest: number): string {
  return readableValue(decimal(number, measure, finest), measure);
}

const HOUR = 3600;

/** To the second, of hours to the minute, and of days to the hour. */
function wholeSeconds(seconds: number): string {
  const size = Math.abs(seconds);
  const step = size >= 48 * HOUR ? HOUR : size >= 2 * HOUR ? 60 : 1;
  return String(Math.round(seconds / step) * step);
}

/** Limits are estimates: one digit more than the values have. */
function decimal(number: number, { format }: Measure, finest: number): string {
  const text = format === 'duration' ? wholeSeconds(number) : number.toFixed(Math.min(10, finest + 1));
  return Number(text) === 0 ? '0' : text;
}

function decimalsIn(periods: readonly { value: string }[]): number {
  return Math.max(0, ...periods.map(({ value }) => value.split('.')[1]?.length ?? 0));
}

/** The last signals of the span, the latest first. */
export function latestSignals({ periods }: Pick<MetricReading, 'periods'>, most: number): ReadPeriod[] {
  return periods
    .filter(({ signal }) => signal)
    .slice(-most)
    .reverse();
}

/** What the member said of values in that period, oldest first. */
export function saidOf(
  { interpretations }: Pick<MetricReading, 'interpretations'>,
  { period }: Pick<ReadPeriod, 'period'>,
): Interpretation[] {
  return interpretations.filter(({ periodOn }) => periodOn >= period.from && periodOn <= period.to);
}

/** `“Two of us were away” (resources)`. */
export function readableInterpretation({ meaning, context }: Pick<Interpretation, 'meaning' | 'context'>): string {
  return `“${meaning}” (${CONTEXTS[context]})`;
}

/** Pairs whose one side gets better while what it could cost gets worse, each in one neutral sentence. */
export function readablePairsApart(readings: readonly MetricReading[]): string[] {
  const over = readings.map(({ metric, periods, today }) => {
    return { metric, periods: periods.filter((period) => !isGrowing(period, today)) };
  });
  return pairsAmong(over)
    .filter(movesApart)
    .map(
      ({ first, second }) =>
        `${first.metric.name} got better while ${second.metric.name} got worse: two sides of one thing, to be looked at together`,
    );
}

/** Which of them have too few values for a signal, and how many more it takes. */
export function readableMissing(readings: readonly MetricReading[]): string | undefined {
  const young = readings.filter(({ isAsked, missing, periods }) => isAsked && missing > 0 && periods.length > 0);
  if (young.length === 0) return undefined;
  const each = young.map(({ metric, missing }) => `${metric.name} (${missing} more)`);
  return `Too few values yet to say what is usual: ${each.join(', ')}.`;
}
