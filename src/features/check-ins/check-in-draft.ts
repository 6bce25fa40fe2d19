import { z } from 'zod';
import type { Measure } from '../metrics/metric.ts';
import { readableValue, typedValue } from '../metrics/readable-value.ts';
import { isNothingTyped, winTyped } from '../wins/win-told.ts';
import type { CheckInAnswer } from './check-in-answer.ts';

/** What stood in the fields of a form that was closed, as it was typed, right or wrong. */
export const checkInDraft = z.object({
  values: z.array(z.object({ metricKey: z.string(), typed: z.string().nullable() })),
  ...winTyped.shape,
  obstacle: z.string().nullable(),
  // Drafts from before there were development goals have none.
  goals: z.array(z.object({ goalId: z.string(), text: z.string() })).default([]),
});

export type CheckInDraft = z.infer<typeof checkInDraft>;

const NO_WIN = winTyped.parse({ client: null, whatChanged: null, contributorIds: [] });

/** Nothing is in it that somebody could miss. */
export function isEmptyDraft({ values, obstacle, goals, ...win }: CheckInDraft): boolean {
  return obstacle === null && goals.length === 0 && isNothingTyped(win) && values.every(({ typed }) => typed === null);
}

/**
 * An answer as somebody would type it again. What was given by another definition comes with its unit, for the member to
 * say anew in the one that is in force.
 */
export function asTyped(
  { values, win, obstacle }: CheckInAnswer,
  given: (Measure & { metricKey: string })[],
  metrics: (Measure & { key: string })[],
): CheckInDraft {
  const typed = (metricKey: string, value: string) => {
    const now = metrics.find(({ key }) => key === metricKey);
    const then = given.find((one) => one.metricKey === metricKey) ?? now;
    if (!then) return value;
    const isSame = then.unit === now?.unit && then.format === now.format;
    return isSame ? typedValue(value, then) : readableValue(value, then);
  };
  return {
    values: values.map(({ metricKey, value }) => ({
      metricKey,
      typed: value === null ? null : typed(metricKey, value),
    })),
    ...(win ?? NO_WIN),
    obstacle,
    // What was said of goals is kept with them.
    goals: [],
  };
}
