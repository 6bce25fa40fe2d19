import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { CONTEXTS, type Context } from '../signals/interpretation.ts';
import { latestSignals, readableInterpretation, readableSignal } from '../signals/readable-signal.ts';
import type { MetricReading } from '../signals/reading.ts';
import type { ChartPanel } from '../signals/trend-chart.ts';

const day = z.string().transform((text) => text as CalendarDay);
const contexts = Object.keys(CONTEXTS) as [Context, ...Context[]];

/** What was worth talking about in a metric, in words, the latest first. Packets from before have none. */
export const frozenSignals = z.array(z.string()).default([]);

/** What the member said of its numbers, oldest first. */
export const frozenInterpretations = z
  .array(z.object({ periodOn: day, meaning: z.string(), context: z.enum(contexts) }))
  .default([]);

const limits = z.object({ mean: z.number(), lower: z.number(), upper: z.number() });

/** What each picture is drawn from (trend-chart.ts), so that it stays as it was. */
export const frozenCharts = z
  .array(
    z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        unit: z.string(),
        direction: z.enum(['higher', 'lower']),
        latest: z.string(),
        points: z.array(
          z.object({
            on: day,
            value: z.number(),
            version: z.number(),
            limits: limits.optional(),
            mark: z.enum(['signal', 'running', 'challenged', 'unverified']).optional(),
          }),
        ),
        targets: z.array(z.object({ from: day, value: z.number() })),
        bounds: z.object({ from: z.number().optional(), to: z.number().optional() }),
      }),
    ),
  )
  .default([]);

/** As they are drawn: JSON knows no undefined, and leaves it out. */
export function frozenPanels(charts: z.infer<typeof frozenCharts>): ChartPanel[][] {
  return charts.map((panels) =>
    panels.map(({ bounds, points, ...panel }) => ({
      ...panel,
      bounds: {
        ...(bounds.from !== undefined && { from: bounds.from }),
        ...(bounds.to !== undefined && { to: bounds.to }),
      },
      points: points.map(({ limits: known, mark, ...point }) => ({ ...point, limits: known, ...(mark && { mark }) })),
    })),
  );
}

const MOST_SIGNALS = 20;

export function trendEvidence(reading: MetricReading): {
  signals: string[];
  interpretations: z.infer<typeof frozenInterpretations>;
} {
  return {
    signals: latestSignals(reading, MOST_SIGNALS).map((read) => readableSignal(reading, read)),
    interpretations: reading.interpretations.map(({ periodOn, meaning, context }) => ({ periodOn, meaning, context })),
  };
}

/** The lines of a metric's signals and of what the member said of them. */
export function trendLines(trend: {
  signals: string[];
  interpretations: z.infer<typeof frozenInterpretations>;
}): string[] {
  return [
    ...trend.signals.map((signal) => `Worth talking about: ${signal}`),
    ...trend.interpretations.map((said) => `Of ${said.periodOn} they say: ${readableInterpretation(said)}`),
  ];
}
