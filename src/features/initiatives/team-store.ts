import type { Transaction } from '../../platform/storage/database.ts';

/** By key, those that were retired as well. */
export async function findTeamNames(db: Transaction, workspaceId: string): Promise<Map<string, string>> {
  const teams = await db.team.findMany({ where: { workspaceId }, select: { key: true, name: true } });
  return new Map(teams.map(({ key, name }) => [key, name]));
}

/** Those there are now, by name. */
export async function findTeams(db: Transaction, workspaceId: string): Promise<{ key: string; name: string }[]> {
  return db.team.findMany({
    where: { workspaceId, retiredAt: null },
    select: { key: true, name: true },
    orderBy: [{ name: 'asc' }, { key: 'asc' }],
  });
}

/** The team that a member is on now. */
export async function findTeamKey(db: Transaction, workspaceId: string, id: string): Promise<string | null> {
  const where = { workspaceId_id: { workspaceId, id } };
  return (await db.member.findUnique({ where, select: { teamKey: true } }))?.teamKey ?? null;
}
