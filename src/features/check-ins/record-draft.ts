import type { Database } from '../../platform/storage/database.ts';
import { deleteDraft, saveDraft } from './answer-store.ts';
import { type CheckInDraft, isEmptyDraft } from './check-in-draft.ts';
import type { CheckInName } from './store.ts';

/** Keeps what somebody typed and did not submit; a form that they emptied leaves nothing. */
export async function recordDraft(
  db: Database,
  draft: CheckInName & { typed: CheckInDraft; now: Date },
): Promise<void> {
  const { typed, now } = draft;
  if (isEmptyDraft(typed)) await deleteDraft(db, draft);
  else await saveDraft(db, draft, typed, now);
}
