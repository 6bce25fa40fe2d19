import { secondsIn } from '../metrics/duration.ts';
import type { Measure } from '../metrics/metric.ts';
import { lastDayShown, periodOf } from '../metrics/metric-period.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { type Comparable, isComparable } from '../observations/comparable.ts';
import type { Value } from '../observations/trend.ts';
import { isUsable } from '../observations/usable-value.ts';
import { naturalBounds } from './natural-bounds.ts';
import { pairsAmong } from './pair.ts';
import type { MetricReading, ReadPeriod } from './reading.ts';
import type { ChartPanel, ChartPoint } from './trend-chart.ts';

/** Half a year of weeks: as many as can be told apart in Slack's width. */
const MOST_POINTS = 26;

/** What a metric's target was from each day on, as exact decimals. */
export type TargetsOf = (metricKey: string) => { from: ChartPoint['on']; value: string }[];

/**
 * The panels of each picture: each pair, and alone what belongs to none. Two at most, for Slack shows no picture higher
 * than a hand. What has no value is in none.
 */
export function chartsOf(readings: readonly MetricReading[], targetsOf: TargetsOf = () => []): ChartPanel[][] {
  const pairs = pairsAmong(readings);
  const alone = readings.filter((one) => pairs.every(({ first, second }) => first !== one && second !== one));
  return [...pairs.map(({ first, second }) => [first, second]), ...alone.map((one) => [one])]
    .map((together) => together.flatMap((one) => chartPanel(one, targetsOf) ?? []))
    .filter((panels) => panels.length > 0);
}

function chartPanel(reading: MetricReading, targetsOf: TargetsOf): ChartPanel | undefined {
  const { metric, history } = reading;
  const latest = history.at(-1);
  const points = inStretches([...history.slice(-MOST_POINTS).map(pointOf), ...waitingPoints(reading)]);
  if (points.length === 0) return undefined;
  const shown = points.slice(-MOST_POINTS);
  return {
    key: metric.key,
    name: metric.name,
    unit: metric.format === 'percent' ? '%' : metric.unit,
    direction: metric.direction,
    latest: latest
      ? `${readableValue(latest.value, latest)}${latest.isRunning ? ' so far' : ''}`
      : 'nothing that counts',
    points: shown,
    targets: targetsOf(metric.key).map(({ from, value }) => ({ from, value: drawn(Number(value), metric) })),
    bounds: naturalBounds(
      metric,
      shown.map(({ value }) => value),
    ),
  };
}

/** A point, and what it is measured in. */
interface Measured {
  by: Comparable;
  point: Omit<ChartPoint, 'version'>;
}

/** In the order of their days, another version wherever the metric was defined anew. */
function inStretches(measured: readonly Measured[]): ChartPoint[] {
  let version = 1;
  return measured
    .toSorted((a, b) => (a.point.on < b.point.on ? -1 : 1))
    .map(({ by, point }, at, all) => {
      const before = all[at - 1];
      if (before && !isComparable(before.by, by)) version += 1;
      return { ...point, version };
    });
}

function pointOf(read: ReadPeriod): Measured {
  const { value, limits, signal, isRunning, shownOn } = read;
  const point = {
    on: shownOn,
    value: drawn(Number(value), read),
    limits: limits && {
      mean: drawn(limits.mean, read),
      lower: drawn(limits.lower, read),
      upper: drawn(limits.upper, read),
    },
    ...(signal ? { mark: 'signal' as const } : isRunning && { mark: 'running' as const }),
  };
  return { by: read, point };
}

/** Values that count nowhere for now, in periods that have no other. */
function waitingPoints({ values, history, today }: MetricReading): Measured[] {
  const counted = new Set(history.map(({ period }) => period.to));
  const waiting = values.filter(
    (value) => !isUsable(value) && value.state !== 'withdrawn' && value.state !== 'corrected',
  );
  const last = new Map(waiting.map((value) => [periodOf(value.frequency, value.on).to, value]));
  return [...last]
    .filter(([to]) => !counted.has(to))
    .map(([, value]) => waitingPoint(lastDayShown(periodOf(value.frequency, value.on), today), value));
}

function waitingPoint(on: ChartPoint['on'], value: Value): Measured {
  const mark = value.state === 'challenged' ? 'challenged' : 'unverified';
  return { by: value, point: { on, value: drawn(Number(value.value), value), limits: undefined, mark } };
}

/** Durations are kept in seconds and drawn in their unit. */
function drawn(number: number, { format, unit }: Measure): number {
  return format === 'duration' ? number / Number(secondsIn(unit, '1') ?? 1) : number;
}
