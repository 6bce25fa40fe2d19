import type { Transaction } from '../../platform/storage/database.ts';

export async function saveHomeShown(
  db: Transaction,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<void> {
  await db.member.updateMany({ where: { workspaceId, id: memberId }, data: { homeShownAt: now } });
}

export async function wasHomeShown(
  db: Transaction,
  { workspaceId, memberId, since }: { workspaceId: string; memberId: string; since: Date },
): Promise<boolean> {
  const where = { workspaceId, id: memberId, homeShownAt: { gte: since } };
  return (await db.member.count({ where })) > 0;
}
