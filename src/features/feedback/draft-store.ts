import type { Transaction } from '../../platform/storage/database.ts';
import { type TypedFeedback, typedFeedback } from './typed-feedback.ts';

export interface DraftName {
  workspaceId: string;
  authorId: string;
  /** The member it is about, or the feedback that is edited. */
  about: string;
}

/** What this author typed and did not save. Nobody else is ever shown it. */
export async function findDraft(
  db: Transaction,
  { workspaceId, authorId, about }: DraftName,
): Promise<{ typed: TypedFeedback; savedAt: Date } | undefined> {
  const where = { workspaceId_authorId_about: { workspaceId, authorId, about } };
  const row = await db.feedbackDraft.findUnique({ where });
  return row ? { typed: typedFeedback.parse(row.typed), savedAt: row.savedAt } : undefined;
}

export async function saveDraft(
  db: Transaction,
  { workspaceId, authorId, about }: DraftName,
  typed: TypedFeedback,
  savedAt: Date,
): Promise<void> {
  const name = { workspaceId, authorId, about };
  const where = { workspaceId_authorId_about: name };
  await db.feedbackDraft.upsert({ where, create: { ...name, typed, savedAt }, update: { typed, savedAt } });
}

export async function deleteDraft(db: Transaction, { workspaceId, authorId, about }: DraftName): Promise<void> {
  await db.feedbackDraft.deleteMany({ where: { workspaceId, authorId, about } });
}

/** The coach's rules that this member called false alarms. */
export async function findDismissed(db: Transaction, workspaceId: string, memberId: string): Promise<Set<string>> {
  const rows = await db.dismissedHint.findMany({ where: { workspaceId, memberId }, select: { rule: true } });
  return new Set(rows.map(({ rule }) => rule));
}

export async function insertDismissed(
  db: Transaction,
  dismissal: { workspaceId: string; memberId: string; rule: string; dismissedAt: Date },
): Promise<void> {
  await db.dismissedHint.createMany({ data: [dismissal], skipDuplicates: true });
}
