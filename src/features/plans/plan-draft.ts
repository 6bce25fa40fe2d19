import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { STEP_LENGTHS } from './step.ts';

const day = z.string().transform((text) => text as CalendarDay);
const typed = z.string().nullable();

/** The numbers of one metric as they were typed, right or wrong; null, nothing was. */
const draftedGoalSchema = z.object({
  threshold: typed,
  target: typed,
  cap: typed,
  capCredit: typed,
  /** Null, one target for all the time. */
  stepsEvery: z.enum(STEP_LENGTHS).nullable(),
  /** By the first day of the month or quarter. */
  stepTargets: z.record(z.string(), z.string()),
  reason: typed,
});
export type DraftedGoal = z.infer<typeof draftedGoalSchema>;

/** What a draft is about that changes no plan, but makes one. */
export const NEW_PLAN = 'new';

/** A plan as somebody typed it and did not save as a version yet. */
export const planDraftSchema = z.object({
  /** The version it began from; 0, none. */
  basedOn: z.number(),
  from: day.nullable(),
  to: day.nullable(),
  holdsFrom: day.nullable(),
  reason: typed,
  partnerIds: z.array(z.string()),
  /** In the order in which they were picked. */
  metricKeys: z.array(z.string()),
  /** By metric key; those of metrics that were picked once and are not any more are kept. */
  weights: z.record(z.string(), z.string()),
  goals: z.record(z.string(), draftedGoalSchema),
});
export type PlanDraft = z.infer<typeof planDraftSchema>;

export const NO_GOAL: DraftedGoal = {
  threshold: null,
  target: null,
  cap: null,
  capCredit: null,
  stepsEvery: null,
  stepTargets: {},
  reason: null,
};

/** Weights that come to 100, as even as whole numbers go: 34, 33, 33. */
export function evenWeights(metricKeys: readonly string[]): Record<string, string> {
  const each = Math.floor(100 / metricKeys.length);
  const over = 100 - each * metricKeys.length;
  return Object.fromEntries(metricKeys.map((key, at) => [key, String(at < over ? each + 1 : each)]));
}

/** Another choice of metrics. Weights that nobody has touched are made even again. */
export function withMetrics(draft: PlanDraft, metricKeys: string[]): PlanDraft {
  const even = evenWeights(draft.metricKeys);
  const isUntouched = draft.metricKeys.every((key) => (draft.weights[key] ?? even[key]) === even[key]);
  const weights = isUntouched ? { ...draft.weights, ...evenWeights(metricKeys) } : draft.weights;
  return { ...draft, metricKeys, weights };
}
