import type { Transaction } from '../../platform/storage/database.ts';

/** One person looked at the evidence of another. */
export interface EvidenceLook {
  workspaceId: string;
  actorId: string;
  subjectId: string;
  surface: string;
  lookedAt: Date;
}

export async function insertLooks(db: Transaction, looks: EvidenceLook[]): Promise<void> {
  await db.evidenceLook.createMany({ data: looks });
}
