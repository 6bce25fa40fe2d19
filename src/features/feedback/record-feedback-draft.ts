import type { Database } from '../../platform/storage/database.ts';
import { deleteDraft, insertDismissed, saveDraft } from './draft-store.ts';
import type { FeedbackFormMemory } from './feedback-form-memory.ts';
import { isEmpty, type TypedFeedback } from './typed-feedback.ts';

/** Keeps what somebody typed and did not save; a form that they emptied leaves nothing. */
export async function recordFeedbackDraft(
  db: Database,
  draft: { workspaceId: string; authorId: string; memory: FeedbackFormMemory; typed: TypedFeedback; now: Date },
): Promise<void> {
  const { workspaceId, authorId, memory, typed, now } = draft;
  const name = { workspaceId, authorId, about: memory.feedbackId ?? memory.subjectId };
  if (isEmpty(typed)) await deleteDraft(db, name);
  else await saveDraft(db, name, typed, now);
}

/** The coach does not tell this member of that rule again. */
export async function recordDismissedHint(
  db: Database,
  dismissal: { workspaceId: string; memberId: string; rule: string; now: Date },
): Promise<void> {
  const { workspaceId, memberId, rule, now: dismissedAt } = dismissal;
  await insertDismissed(db, { workspaceId, memberId, rule, dismissedAt });
}
