import { insertPlanned, refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Database, Transaction } from '../../platform/storage/database.ts';
import { lockMember } from '../../platform/storage/lock-row.ts';
import { FEEDBACK_NEWS } from './delivery-names.ts';
import { deleteDraft, findDismissed, saveDraft } from './draft-store.ts';
import type { FeedbackVisibility, FeedbackWords } from './feedback.ts';
import { type FeedbackFormMemory, isSameManager } from './feedback-form-memory.ts';
import { isOpen } from './feedback-request.ts';
import { findConcerned } from './find-concerned.ts';
import { hintsOfForm } from './hints-of-form.ts';
import type { NoForm } from './open-feedback-form.ts';
import { refreshRequest } from './refresh-request.ts';
import { lockRequest } from './request-store.ts';
import { insertFeedback, insertVersion, lockFeedback } from './store.ts';
import type { TypedFeedback } from './typed-feedback.ts';
import type { Concerned } from './visibility-choice.ts';

export interface FeedbackSubmission {
  workspaceId: string;
  authorId: string;
  memory: FeedbackFormMemory;
  typed: TypedFeedback;
  words: FeedbackWords;
  visibility: FeedbackVisibility;
  reason: string | null;
  now: Date;
}

export type FeedbackSubmitted =
  | { outcome: 'saved'; concerned: Concerned; visibility: FeedbackVisibility }
  /** The coach has something to say, once. What was typed is kept as a draft meanwhile. */
  | { outcome: 'coached' }
  /** Whom the subject reports to changed while the form was open: it named somebody else as a reader. */
  | { outcome: 'other-manager' }
  | NoForm;

/** Saves one version of feedback and brings the messages about it up to date, or lets the coach speak first. */
export async function submitFeedback(db: Database, submission: FeedbackSubmission): Promise<FeedbackSubmitted> {
  const { workspaceId, authorId, memory, typed, now } = submission;
  const { subjectId, feedbackId, isCoached } = memory;
  const draft = { workspaceId, authorId, about: feedbackId ?? subjectId };
  if (!isCoached) {
    const hints = hintsOfForm(typed, await findDismissed(db, workspaceId, authorId));
    if (hints.size > 0) {
      await saveDraft(db, draft, typed, now);
      return { outcome: 'coached' };
    }
  }
  return db.$transaction(async (transaction) => {
    // Until it is saved, nobody changes to whom they report.
    await lockMember(transaction, { workspaceId, memberId: subjectId });
    const found = await findConcerned(transaction, { workspaceId, authorId, subjectId });
    if (found.outcome !== 'found') return found;
    if (!isSameManager(memory, found.concerned)) return { outcome: 'other-manager' };
    const saved =
      feedbackId === null
        ? await saveNew(transaction, submission)
        : await saveEdit(transaction, submission, feedbackId);
    if (saved.outcome !== 'saved') return saved;
    await deleteDraft(transaction, draft);
    return { ...saved, concerned: found.concerned };
  });
}

type Saved = { outcome: 'saved'; visibility: FeedbackVisibility } | NoForm;

async function saveNew(transaction: Transaction, submission: FeedbackSubmission): Promise<Saved> {
  const { workspaceId, authorId, memory, words, visibility, reason, now } = submission;
  const { subjectId, requestId, messageLink } = memory;
  const request = requestId === null ? undefined : await lockRequest(transaction, workspaceId, requestId);
  if (requestId !== null && (request?.askedId !== authorId || !isOpen(request))) return { outcome: 'not-open' };
  const visibilityReason = visibility === 'manager_only' ? reason : null;
  const named = { workspaceId, authorId, subjectId, visibility, visibilityReason, messageLink, requestId };
  const occurrence = await insertFeedback(transaction, { ...named, words, now });
  // Who asked for themselves hears as the subject, or not at all.
  const readers = new Set([...(visibility === 'shared' ? [subjectId] : []), ...asker(request, subjectId)]);
  const news = [...readers].map((recipient) => ({ recipient, occurrence, dueAt: now }));
  await insertPlanned(transaction, workspaceId, FEEDBACK_NEWS, news, now);
  if (requestId !== null) await refreshRequest(transaction, workspaceId, requestId, now);
  return { outcome: 'saved', visibility };
}

async function saveEdit(
  transaction: Transaction,
  { workspaceId, authorId, words, now }: FeedbackSubmission,
  feedbackId: string,
): Promise<Saved> {
  const feedback = await lockFeedback(transaction, workspaceId, feedbackId);
  if (feedback?.authorId !== authorId || feedback.withdrawnAt) return { outcome: 'gone' };
  if (feedback.frozenFor) return { outcome: 'frozen' };
  await insertVersion(transaction, { feedbackId, words, now });
  await refreshDeliveries(transaction, { workspaceId, kind: FEEDBACK_NEWS, occurrence: feedbackId }, now);
  return { outcome: 'saved', visibility: feedback.visibility };
}

function asker(request: { askedById: string } | undefined, subjectId: string): string[] {
  return request && request.askedById !== subjectId ? [request.askedById] : [];
}
