import type { Transaction } from '../../platform/storage/database.ts';
import { type CheckIn, fromRow, withLatestAnswer } from './store.ts';

/** A check-in whose window and days of grace are over without an answer, and who manages its member. */
export interface UntoldCheckIn {
  id: string;
  memberId: string;
  tellAt: Date;
  excuse: CheckIn['excuse'];
  /** The member said "Not for me" while it was open; before, and nobody needs to hear of it again. */
  isNewOptOut: boolean;
  /** It was asked, of somebody who is still asked by this cadence. */
  isStillAsked: boolean;
}

export async function findUntold(db: Transaction, workspaceId: string, now: Date): Promise<UntoldCheckIn[]> {
  return db.$queryRaw<UntoldCheckIn[]>`
    select c.id, c."memberId", c."tellAt", c.excuse,
           coalesce(o."optedOutAt" > c."promptAt", false) as "isNewOptOut",
           m."deactivatedAt" is null and cadence."retiredAt" is null and exists (
             select from "CadenceTeam" t
              where t."workspaceId" = c."workspaceId" and t."cadenceKey" = c."cadenceKey" and t."teamKey" = m."teamKey"
           ) as "isStillAsked"
      from "CheckIn" c
      join "Member" m on m."workspaceId" = c."workspaceId" and m.id = c."memberId"
      join "Cadence" cadence on cadence."workspaceId" = c."workspaceId" and cadence.key = c."cadenceKey"
      left join "CadenceOptOut" o
             on o."workspaceId" = c."workspaceId" and o."cadenceKey" = c."cadenceKey" and o."memberId" = c."memberId"
     where c."workspaceId" = ${workspaceId} and c."tellAt" <= ${now} and c."answeredAt" is null
     order by c.id`;
}

/** Nobody is to be told any more, or not before then. */
export async function saveTellAt(db: Transaction, ids: string[], tellAt: Date | null): Promise<void> {
  await db.checkIn.updateMany({ where: { id: { in: ids } }, data: { tellAt } });
}

export async function saveTold(
  db: Transaction,
  ids: string[],
  { missedToldAt, missedToldTo }: { missedToldAt: Date; missedToldTo: string },
): Promise<void> {
  await db.checkIn.updateMany({ where: { id: { in: ids } }, data: { missedToldAt, missedToldTo, tellAt: null } });
}

/** What this manager was told at that moment, oldest first. */
export async function findTold(
  db: Transaction,
  told: { workspaceId: string; missedToldTo: string; missedToldAt: Date },
): Promise<CheckIn[]> {
  const rows = await db.checkIn.findMany({
    where: told,
    include: withLatestAnswer,
    orderBy: [{ occursOn: 'asc' }, { memberId: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}
