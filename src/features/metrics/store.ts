import type { Transaction } from '../../platform/storage/database.ts';
import type { Metric } from './metric.ts';
import { toMetric } from './stored-definition.ts';

const inForce = { orderBy: { version: 'desc' }, take: 1 } as const;

/** The metrics of the role that each member has, in the order in which they are asked. */
export async function findMetricsOfMembers(
  db: Transaction,
  workspaceId: string,
  memberIds: string[],
): Promise<Map<string, Metric[]>> {
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: memberIds } },
    select: { id: true, roleKey: true },
  });
  const roleKeys = [...new Set(members.flatMap(({ roleKey }) => roleKey ?? []))];
  const rows = await db.roleMetric.findMany({
    where: { workspaceId, roleKey: { in: roleKeys }, metric: { retiredAt: null } },
    include: { metric: { include: { definitions: inForce } } },
    orderBy: { position: 'asc' },
  });
  const ofRole = Map.groupBy(rows, ({ roleKey }) => roleKey);
  return new Map(
    members.map(({ id, roleKey }) => [
      id,
      (ofRole.get(roleKey ?? '') ?? []).flatMap(({ metric }) => metric.definitions.map(toMetric)),
    ]),
  );
}

/** The definitions in force of these metrics, retired ones included: what was measured once stays on record. */
export async function findDefinitions(db: Transaction, workspaceId: string, keys: string[]): Promise<Metric[]> {
  const rows = await db.metric.findMany({
    where: { workspaceId, key: { in: keys } },
    include: { definitions: inForce },
    orderBy: { key: 'asc' },
  });
  return rows.flatMap(({ definitions }) => definitions.map(toMetric));
}
