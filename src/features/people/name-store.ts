import type { Transaction } from '../../platform/storage/database.ts';

/** By id; all there ever were, or these. */
export async function findMemberNames(
  db: Transaction,
  workspaceId: string,
  ids: readonly string[] | undefined,
): Promise<Map<string, string>> {
  const members = await db.member.findMany({
    where: { workspaceId, ...(ids && { id: { in: [...ids] } }) },
    select: { id: true, name: true },
  });
  return new Map(members.map(({ id, name }) => [id, name]));
}
