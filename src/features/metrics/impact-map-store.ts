import type { Transaction } from '../../platform/storage/database.ts';
import type { ImpactRow } from './impact-map.ts';

export interface RoleMap {
  roleKey: string;
  roleName: string;
  rows: ImpactRow[];
}

const rows = { impactMap: { orderBy: { position: 'asc' } } } as const;

/** The roles in use with their maps, by key; a role without one has no rows. */
export async function findRoleMaps(db: Transaction, workspaceId: string): Promise<RoleMap[]> {
  const roles = await db.role.findMany({
    where: { workspaceId, retiredAt: null },
    include: rows,
    orderBy: { key: 'asc' },
  });
  return roles.map(({ key: roleKey, name: roleName, impactMap }) => ({
    roleKey,
    roleName,
    rows: impactMap.map(toRow),
  }));
}

export async function findRoleMap(db: Transaction, workspaceId: string, roleKey: string): Promise<RoleMap | undefined> {
  const role = await db.role.findFirst({ where: { workspaceId, key: roleKey, retiredAt: null }, include: rows });
  return role ? { roleKey, roleName: role.name, rows: role.impactMap.map(toRow) } : undefined;
}

/** The role of each member, where they have one in use. */
export async function findRolesOfMembers(
  db: Transaction,
  workspaceId: string,
  memberIds: string[],
): Promise<Map<string, RoleMap>> {
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: memberIds }, role: { retiredAt: null } },
    select: { id: true, role: { include: rows } },
  });
  return new Map(
    members.flatMap(({ id, role }) =>
      role ? [[id, { roleKey: role.key, roleName: role.name, rows: role.impactMap.map(toRow) }]] : [],
    ),
  );
}

/** Holds the role until the transaction ends, so that two who change its map come one after the other. */
export async function holdRole(db: Transaction, workspaceId: string, roleKey: string): Promise<void> {
  await db.$queryRaw`
    select key from "Role" where "workspaceId" = ${workspaceId} and key = ${roleKey} for no key update`;
}

export async function replaceRows(
  db: Transaction,
  { workspaceId, roleKey, rows }: { workspaceId: string; roleKey: string; rows: ImpactRow[] },
): Promise<void> {
  await db.impactRow.deleteMany({ where: { workspaceId, roleKey } });
  await db.impactRow.createMany({
    data: rows.map(({ activity, whyItMatters, outcome, metricKeys }, position) => {
      return { workspaceId, roleKey, position, activity, whyItMatters, outcome, metricKeys };
    }),
  });
}

function toRow({ activity, whyItMatters, outcome, metricKeys }: ImpactRow): ImpactRow {
  return { activity, whyItMatters, outcome, metricKeys };
}
