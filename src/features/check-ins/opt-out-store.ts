import type { Transaction } from '../../platform/storage/database.ts';
import type { OptOut } from './load-opt-outs.ts';

/** Why, for each member who is not asked by this cadence. */
export async function findOptOutReasons(
  db: Transaction,
  workspaceId: string,
  cadenceKey: string,
): Promise<Map<string, string | null>> {
  const rows = await db.cadenceOptOut.findMany({
    where: { workspaceId, cadenceKey },
    select: { memberId: true, reason: true },
  });
  return new Map(rows.map(({ memberId, reason }) => [memberId, reason]));
}

/** Those of these members from cadences that still ask, the oldest first. */
export async function findOptOuts(db: Transaction, workspaceId: string, memberIds: string[]): Promise<OptOut[]> {
  const rows = await db.cadenceOptOut.findMany({
    where: { workspaceId, memberId: { in: memberIds }, cadence: { retiredAt: null } },
    include: { cadence: { select: { name: true } } },
    orderBy: [{ optedOutAt: 'asc' }, { cadenceKey: 'asc' }],
  });
  return rows.map(({ cadence, memberId, cadenceKey, reason, optedOutAt }) => ({
    memberId,
    cadenceKey,
    cadenceName: cadence.name,
    reason,
    optedOutAt,
  }));
}

export interface OptOutName {
  workspaceId: string;
  cadenceKey: string;
  memberId: string;
}

export async function saveOptOut(
  db: Transaction,
  { workspaceId, cadenceKey, memberId }: OptOutName,
  { reason, now }: { reason: string | null; now: Date },
): Promise<void> {
  const key = { workspaceId, cadenceKey, memberId };
  await db.cadenceOptOut.upsert({
    where: { workspaceId_cadenceKey_memberId: key },
    create: { ...key, reason, optedOutAt: now },
    update: { reason },
  });
}

/** Answers whether there was one. */
export async function deleteOptOut(
  db: Transaction,
  { workspaceId, cadenceKey, memberId }: OptOutName,
): Promise<boolean> {
  const { count } = await db.cadenceOptOut.deleteMany({ where: { workspaceId, cadenceKey, memberId } });
  return count > 0;
}
