import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { hintsView } from '../coach/hint-view.ts';
import { findDismissed, findDraft } from './draft-store.ts';
import { type FeedbackFormParts, feedbackForm } from './feedback-form.ts';
import { type FeedbackFormMemory, isSameManager } from './feedback-form-memory.ts';
import { isOpen } from './feedback-request.ts';
import { findConcerned } from './find-concerned.ts';
import { hintsOfForm } from './hints-of-form.ts';
import { findRequest } from './request-store.ts';
import { findFeedback } from './store.ts';
import { asTyped, nothingTyped, type TypedFeedback } from './typed-feedback.ts';

export type NoForm =
  | { outcome: 'oneself' | 'bot' | 'left' | 'unknown' }
  /** Somebody else's, withdrawn, or no longer there. */
  | { outcome: 'gone' }
  /** A frozen packet holds it. */
  | { outcome: 'frozen' }
  /** The request was answered or declined before. */
  | { outcome: 'not-open' };

export type OpenedFeedbackForm = { outcome: 'form'; form: ModalView } | NoForm;

interface Who {
  workspaceId: string;
  authorId: string;
}

/** To say something about a member; a draft that was left is filled in. */
export function openGiveForm(
  db: Database,
  { subjectId, messageLink = null, ...who }: Who & { subjectId: string; messageLink?: string | null },
): Promise<OpenedFeedbackForm> {
  const memory = { subjectId, feedbackId: null, requestId: null, messageLink, isCoached: false };
  return buildForm(db, who, memory);
}

/** To answer a request; only whoever was asked may, as long as it is open. */
export async function openAnswerForm(
  db: Database,
  { workspaceId, authorId, requestId }: Who & { requestId: string },
): Promise<OpenedFeedbackForm> {
  const request = await findRequest(db, workspaceId, requestId);
  if (request?.askedId !== authorId) return { outcome: 'gone' };
  if (!isOpen(request)) return { outcome: 'not-open' };
  const memory = { subjectId: request.subjectId, feedbackId: null, requestId, messageLink: null, isCoached: false };
  return buildForm(db, { workspaceId, authorId }, memory);
}

/** To change what one gave. */
export async function openEditForm(
  db: Database,
  { workspaceId, authorId, feedbackId }: Who & { feedbackId: string },
): Promise<OpenedFeedbackForm> {
  const feedback = await findFeedback(db, workspaceId, feedbackId);
  if (feedback?.authorId !== authorId || feedback.withdrawnAt) return { outcome: 'gone' };
  if (feedback.frozenFor) return { outcome: 'frozen' };
  const { subjectId, messageLink } = feedback;
  const memory = { subjectId, feedbackId, requestId: null, messageLink, isCoached: false };
  return buildForm(db, { workspaceId, authorId }, memory);
}

/** The same form with what stands in it now, as a choice in it or the coach calls for it. */
export function rebuildForm(
  db: Database,
  { memory, typed, ...who }: Who & { memory: FeedbackFormMemory; typed: TypedFeedback },
): Promise<OpenedFeedbackForm> {
  return buildForm(db, who, memory, typed);
}

async function buildForm(
  db: Database,
  { workspaceId, authorId }: Who,
  memory: FeedbackFormMemory,
  typed?: TypedFeedback,
): Promise<OpenedFeedbackForm> {
  const { subjectId, feedbackId, requestId, isCoached } = memory;
  const found = await findConcerned(db, { workspaceId, authorId, subjectId });
  if (found.outcome !== 'found') return found;
  const feedback = feedbackId === null ? undefined : await findFeedback(db, workspaceId, feedbackId);
  const draft = typed ? undefined : await findDraft(db, { workspaceId, authorId, about: feedbackId ?? subjectId });
  const given = feedback?.versions.at(-1)?.words;
  const filled = typed ?? draft?.typed ?? (given ? asTyped(given) : nothingTyped);
  const dismissed = isCoached ? await findDismissed(db, workspaceId, authorId) : new Set<string>();
  const parts: FeedbackFormParts = {
    memory,
    concerned: found.concerned,
    typed: filled,
    fixedVisibility: feedback ? { visibility: feedback.visibility, reason: feedback.visibilityReason } : null,
    request: (requestId !== null && (await findRequest(db, workspaceId, requestId))) || null,
    draftSavedAt: draft?.savedAt ?? null,
    isManagerNew: typed !== undefined && !isSameManager(memory, found.concerned),
    hints: new Map(
      isCoached ? [...hintsOfForm(filled, dismissed)].map(([field, hints]) => [field, hintsView(hints, field)]) : [],
    ),
  };
  return { outcome: 'form', form: feedbackForm(parts) };
}
