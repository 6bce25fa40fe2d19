import type { Transaction } from '../../platform/storage/database.ts';
import { insertLooks } from './store.ts';

/** Puts on the audit log that somebody looked at the evidence of others. Looking at one's own is nobody's business. */
export async function recordLooks(
  db: Transaction,
  look: { workspaceId: string; actorId: string; subjectIds: string[]; surface: string; now: Date },
): Promise<void> {
  const { workspaceId, actorId, surface, now: lookedAt } = look;
  const others = look.subjectIds.filter((subjectId) => subjectId !== actorId);
  await insertLooks(
    db,
    others.map((subjectId) => ({ workspaceId, actorId, subjectId, surface, lookedAt })),
  );
}
