import type { Transaction } from '../../platform/storage/database.ts';
import { type PlanDraft, planDraftSchema } from './plan-draft.ts';

export interface DraftName {
  workspaceId: string;
  /** Whose plan. */
  memberId: string;
  authorId: string;
  /** The id of the plan that it changes, or `NEW_PLAN`. */
  about: string;
}

export interface KeptDraft {
  typed: PlanDraft;
  savedAt: Date;
}

/** Held until the transaction ends where `forUpdate`, so that two windows that close at once keep what both say. */
export async function findDraft(
  db: Transaction,
  { workspaceId, memberId, authorId, about }: DraftName,
  how?: 'for-update',
): Promise<KeptDraft | undefined> {
  if (how === 'for-update') {
    await db.$queryRaw`
      select 1 from "PlanDraft" where "workspaceId" = ${workspaceId} and "memberId" = ${memberId}
         and "authorId" = ${authorId} and about = ${about} for update`;
  }
  const row = await db.planDraft.findUnique({
    where: { workspaceId_memberId_authorId_about: { workspaceId, memberId, authorId, about } },
  });
  return row ? { typed: planDraftSchema.parse(row.typed), savedAt: row.savedAt } : undefined;
}

export async function saveDraft(db: Transaction, name: DraftName, { typed, savedAt }: KeptDraft): Promise<void> {
  const { workspaceId, memberId, authorId, about } = name;
  await db.planDraft.upsert({
    where: { workspaceId_memberId_authorId_about: { workspaceId, memberId, authorId, about } },
    create: { workspaceId, memberId, authorId, about, typed, savedAt },
    update: { typed, savedAt },
  });
}

export async function deleteDraft(
  db: Transaction,
  { workspaceId, memberId, authorId, about }: DraftName,
): Promise<void> {
  await db.planDraft.deleteMany({ where: { workspaceId, memberId, authorId, about } });
}
