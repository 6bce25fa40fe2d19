import { z } from 'zod';
import type { Measure } from '../metrics/metric.ts';
import { readableValue, typedValue } from '../metrics/readable-value.ts';
import type { StandingWin } from '../wins/load-check-in-win.ts';
import { isNothingTyped, winTyped } from '../wins/win-told.ts';
import type { CheckInAnswer } from './check-in-answer.ts';

/** What stood in the fields of a form that was closed, as it was typed, right or wrong. */
export const checkInDraft = z.object({
  // With what the form had filled in by itself, which counts as not typed; without it, all of it was typed.
  values: z.array(
    z.object({ metricKey: z.string(), typed: z.string().nullable(), filled: z.string().nullable().optional() }),
  ),
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

/** A number that stands, by whoever gave or corrected it. */
export interface StandingNumber extends Measure {
  metricKey: string;
  value: string | null;
}

/** What a field shows of the number that stands, and what to read it as when it is left like that. */
export interface FilledNumber {
  text: string | null;
  /** Whether leaving it leaves the number as it stands; what stands in another measure is to be said anew. */
  isKept: boolean;
}

/**
 * The numbers that stand as somebody would type them again. What was given by another definition comes with its unit, for
 * the member to say anew in the one that is in force.
 */
export function filledNumbers(
  standing: readonly StandingNumber[],
  metrics: readonly (Measure & { key: string })[],
): Map<string, FilledNumber> {
  return new Map(
    standing.map(({ metricKey, value, ...then }): [string, FilledNumber] => {
      const now = metrics.find(({ key }) => key === metricKey);
      const isKept = then.unit === now?.unit && then.format === now.format;
      if (value === null) return [metricKey, { text: null, isKept: true }];
      return [metricKey, { text: isKept ? typedValue(value, then) : readableValue(value, then), isKept }];
    }),
  );
}

/** What goes into the number fields: what was typed and not submitted, else what stands. */
export function fillNumbers(
  draft: Pick<CheckInDraft, 'values'> | undefined,
  standing: ReadonlyMap<string, FilledNumber>,
): Map<string, string | null> {
  const typed = draft?.values.filter(({ typed, filled }) => filled === undefined || typed !== filled) ?? [];
  return new Map([
    ...[...standing].map(([key, { text }]): [string, string | null] => [key, text]),
    ...typed.map(({ metricKey, typed }): [string, string | null] => [metricKey, typed]),
  ]);
}

/**
 * What goes into the fields of words: what was typed and not submitted, else what stands. What those who helped said
 * themselves of their part comes before a draft of it.
 */
export function fillWords(
  draft: CheckInDraft | undefined,
  standing: StandingWin | undefined,
  answer: CheckInAnswer | null,
): Omit<CheckInDraft, 'values' | 'goals'> | null {
  if (!draft) return answer && { ...(standing?.told ?? NO_WIN), obstacle: answer.obstacle };
  const said = standing?.saidThemselves ?? [];
  const others = draft.parts.filter(({ memberId }) => said.every((one) => one.memberId !== memberId));
  return { ...draft, parts: [...others, ...said] };
}
