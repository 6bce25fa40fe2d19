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

/** What becomes of one that was looked at: told then, to that manager; or looked at again then; or never. */
export interface Telling {
  id: string;
  tellAt: Date | null;
  missedToldAt: Date | null;
  missedToldTo: string | null;
}

/** One statement, however many. */
export async function saveTellings(db: Transaction, tellings: Telling[]): Promise<void> {
  await db.$executeRaw`
    update "CheckIn" c set "tellAt" = new."tellAt", "missedToldAt" = new."missedToldAt",
                           "missedToldTo" = new."missedToldTo"
      from jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb) as new (
             id uuid, "tellAt" timestamptz, "missedToldAt" timestamptz, "missedToldTo" text)
     where c.id = new.id`;
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
