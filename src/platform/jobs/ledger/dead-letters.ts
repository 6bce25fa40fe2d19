import type { Delivery } from '../../storage/client/client.ts';
import type { Database, Transaction } from '../../storage/database.ts';
import { wakeWorkers } from '../ledger.ts';

/** Which dead letters: these, or all of the workspace. */
export interface WhichDead {
  workspaceId: string;
  ids?: string[];
}

export function countDead(db: Transaction, workspaceId: string): Promise<number> {
  return db.delivery.count({ where: { workspaceId, status: 'dead' } });
}

/** Latest first. */
export function findDead(
  db: Transaction,
  { workspaceId, ids, skip, take }: WhichDead & { skip?: number; take?: number },
): Promise<Delivery[]> {
  return db.delivery.findMany({
    where: { workspaceId, status: 'dead', ...(ids && { id: { in: ids } }) },
    orderBy: [{ plannedAt: 'desc' }, { id: 'asc' }],
    ...(skip !== undefined && { skip }),
    ...(take !== undefined && { take }),
  });
}

/**
 * Gives dead letters another life, as if they had just been planned; those in doubt only if that is said. Returns how
 * many: what somebody else resent meanwhile is not resent again.
 */
export async function resendDead(
  db: Database,
  { workspaceId, ids, now, evenInDoubt }: WhichDead & { now: Date; evenInDoubt: boolean },
): Promise<number> {
  return db.$transaction(async (transaction) => {
    const dead = await findDead(transaction, { workspaceId, ...(ids && { ids }) });
    const chosen = dead.filter(({ inDoubt }) => evenInDoubt || !inDoubt).map(({ id }) => id);
    // In places, as a send-out of its own: many of them do not hold up what comes next.
    const count = await transaction.$executeRaw`
      update "Delivery" set status = 'pending', "dueAt" = ${now}, "plannedAt" = ${now}, place = chosen.place - 1,
        attempts = 0, reason = null, "inDoubt" = false, "refreshAt" = null
      from unnest(${chosen}::uuid[]) with ordinality as chosen (id, place)
      where "Delivery".id = chosen.id and status = 'dead'`;
    if (count > 0) await wakeWorkers(transaction);
    return count;
  });
}
