import type { Transaction } from '../../platform/storage/database.ts';

/** A check-in of which its member is to be reminded, or about which they are to be asked again. */
export interface DueReminder {
  id: string;
  memberId: string;
  cadenceKey: string;
  remindAt: Date;
  /** The zone in which that was worked out. */
  remindZone: string | null;
  putOffUntil: Date | null;
  reminded: number;
  remindedAt: Date | null;
  closesAt: Date;
  /** It still waits for an answer. */
  isOwed: boolean;
}

/** Everything due up to then, also what nobody needs to be reminded of any more. */
export function findDueReminders(db: Transaction, workspaceId: string, upTo: Date, now: Date): Promise<DueReminder[]> {
  return db.$queryRaw<DueReminder[]>`
    select id, "memberId", "cadenceKey", "remindAt", "remindZone", "putOffUntil", reminded, "remindedAt", "closesAt",
           "answeredAt" is null and excuse is null and "closesAt" > ${now} as "isOwed"
      from "CheckIn" where "workspaceId" = ${workspaceId} and "remindAt" <= ${upTo}
     order by "memberId", "remindAt", id`;
}

/** Those whose member has moved to another zone since the moment was worked out. */
export function findRemindersElsewhere(db: Transaction, workspaceId: string): Promise<DueReminder[]> {
  return db.$queryRaw<DueReminder[]>`
    select c.id, c."memberId", c."cadenceKey", c."remindAt", c."remindZone", c."putOffUntil", c.reminded,
           c."remindedAt", c."closesAt", true as "isOwed"
      from "CheckIn" c join "Member" m on m."workspaceId" = c."workspaceId" and m.id = c."memberId"
     where c."workspaceId" = ${workspaceId} and c."remindAt" is not null and c."remindZone" is distinct from m."timeZone"
     order by c.id`;
}

export interface RescheduledReminder {
  id: string;
  /** What stood there: whoever was first wins. */
  was: Date;
  remindAt: Date | null;
  remindZone: string | null;
  reminded: number;
  remindedAt: Date | null;
}

export async function rescheduleReminders(db: Transaction, reminders: RescheduledReminder[]): Promise<void> {
  if (reminders.length === 0) return;
  await db.$executeRaw`
    update "CheckIn" c set "remindAt" = new."remindAt", "remindZone" = new."remindZone", reminded = new.reminded,
                           "remindedAt" = new."remindedAt"
      from jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) as new (
             id uuid, was timestamptz, "remindAt" timestamptz, "remindZone" text, reminded int, "remindedAt" timestamptz)
     where c.id = new.id and c."remindAt" = new.was`;
}
