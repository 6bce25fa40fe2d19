import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { BEHAVIOURS } from './behaviour.ts';
import type { FeedbackWords } from './feedback.ts';

/** What stands in the fields of the form, right or wrong. A draft is kept like this. */
export const typedFeedback = z.object({
  visibility: z.enum(['shared', 'manager_only', 'anonymous']).catch('shared'),
  reason: z.string().nullable(),
  kind: z.enum(['strength', 'gap']).catch('strength'),
  situation: z.string().nullable(),
  behaviours: z.array(z.enum(BEHAVIOURS)),
  observed: z.string().nullable(),
  effect: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: z.string().nullable(),
});

export type TypedFeedback = z.infer<typeof typedFeedback>;

export const nothingTyped: TypedFeedback = {
  visibility: 'shared',
  reason: null,
  kind: 'strength',
  situation: null,
  behaviours: [],
  observed: null,
  effect: null,
  nextStep: null,
  nextStepOn: null,
};

export function asTyped(words: FeedbackWords): TypedFeedback {
  return { ...nothingTyped, ...words };
}

/** Nothing is in it that somebody could miss. */
export function isEmpty({ situation, observed, effect, nextStep, reason, behaviours }: TypedFeedback): boolean {
  return behaviours.length === 0 && [situation, observed, effect, nextStep, reason].every((text) => text === null);
}

/** The words as they may be saved, or what is to be mended, by field. */
export function wordsTyped(
  typed: TypedFeedback,
): { ok: true; words: FeedbackWords } | { ok: false; problems: Record<string, string> } {
  const { kind, situation, behaviours, observed, effect, nextStep, nextStepOn, visibility, reason } = typed;
  const isGap = kind === 'gap';
  const problems = {
    ...(!observed && { observed: 'Say what they did.' }),
    ...(!effect && { effect: 'Say what it caused.' }),
    ...(isGap && !nextStep && { nextStep: 'Name one step they could take.' }),
    ...(isGap && !nextStepOn && { nextStepOn: 'Name a day.' }),
    ...(visibility === 'manager_only' && !reason && { reason: 'Say why. The person reads it.' }),
  };
  if (!observed || !effect || Object.keys(problems).length > 0) return { ok: false, problems };
  // Slack's date pickers give days as they are written here. A strength has an opportunity, and no day.
  const day = isGap ? (nextStepOn as CalendarDay) : null;
  return { ok: true, words: { kind, situation, behaviours, observed, effect, nextStep, nextStepOn: day } };
}
