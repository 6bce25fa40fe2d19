import type { Hint } from '../coach/coach.ts';
import { findHintsByField } from '../coach/hints-by-field.ts';
import type { TypedFeedback } from './typed-feedback.ts';

type CoachedField = 'observed' | 'effect' | 'nextStep' | 'situation' | 'reason';

/** What the coach says to the form as it is filled in, in the order of its fields. */
export function hintsOfForm(typed: TypedFeedback, dismissed: ReadonlySet<string>): Map<CoachedField, Hint[]> {
  const { observed, effect, nextStep, situation, reason, visibility } = typed;
  const shownReason = visibility === 'manager_only' ? reason : null;
  const fields = { observed, effect, nextStep, situation, reason: shownReason };
  return findHintsByField<CoachedField>(fields, 'effect', dismissed);
}
