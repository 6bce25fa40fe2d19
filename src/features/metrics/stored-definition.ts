import type { MetricDefinition } from '../../platform/storage/client/client.ts';
import type { Dimension, Measure, Metric } from './metric.ts';

/** A definition as the database gives it, as one works with it. */
export function toMetric({ workspaceId: _, definedAt, definedById, changeReason, ...row }: MetricDefinition): Metric {
  const { metricKey: key, tolerancePercent, dimensions, ...rest } = row;
  return {
    key,
    ...rest,
    ...toMeasure(row),
    // Whatever writes definitions takes no other words.
    dimensions: dimensions as Dimension[],
    tolerancePercent: tolerancePercent?.toFixed() ?? null,
  };
}

type StoredMeasure = Pick<MetricDefinition, 'unit' | 'format' | 'scaleFrom' | 'scaleTo'>;

export function toMeasure({ unit, format, scaleFrom, scaleTo }: StoredMeasure): Measure {
  return { unit, format, scaleFrom: scaleFrom?.toFixed() ?? null, scaleTo: scaleTo?.toFixed() ?? null };
}
