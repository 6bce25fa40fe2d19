import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { type MetricPeriod, periodOf, periodsBetween, readablePeriod } from '../metrics/metric-period.ts';

export const STEP_LENGTHS = ['month', 'quarter'] as const;
export type StepLength = (typeof STEP_LENGTHS)[number];

/** The target of one month or quarter on the way. */
export const stepSchema = z.object({
  /** The first day of the month or quarter. */
  from: z.string().transform((day) => day as CalendarDay),
  every: z.enum(STEP_LENGTHS),
  target: z.string(),
});
export type Step = z.infer<typeof stepSchema>;

/** The months or quarters of a time, oldest first. */
export function stepsOf(every: StepLength, from: CalendarDay, to: CalendarDay): MetricPeriod[] {
  return periodsBetween(every, from, to);
}

export function readableStep({ every, from }: Pick<Step, 'every' | 'from'>): string {
  return readablePeriod(periodOf(every, from));
}

/** The month or quarter in which a day lies, and its target: one that names none aims at the whole. */
export function stepOn(
  { steps, target }: { steps: readonly Step[]; target: string },
  day: CalendarDay,
): { period: MetricPeriod; target: string } | undefined {
  const [first] = steps;
  if (!first) return undefined;
  const period = periodOf(first.every, day);
  return { period, target: steps.find(({ from }) => from === period.from)?.target ?? target };
}
