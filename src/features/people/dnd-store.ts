import type { Transaction } from '../../platform/storage/database.ts';

/** Those of these members whom Slack was not asked about since then. */
export async function findDndUnread(
  db: Transaction,
  { workspaceId, memberIds, readBefore }: { workspaceId: string; memberIds: readonly string[]; readBefore: Date },
): Promise<string[]> {
  const rows = await db.member.findMany({
    where: {
      workspaceId,
      id: { in: [...memberIds] },
      deactivatedAt: null,
      OR: [{ dndReadAt: null }, { dndReadAt: { lte: readBefore } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

export async function saveDnd(
  db: Transaction,
  workspaceId: string,
  read: { memberId: string; dndUntil: Date | null }[],
  now: Date,
): Promise<void> {
  await db.$executeRaw`
    update "Member" m set "dndUntil" = said."dndUntil", "dndReadAt" = ${now}
      from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as said ("memberId" text, "dndUntil" timestamptz)
     where m."workspaceId" = ${workspaceId} and m.id = said."memberId"`;
}
