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
  /** When they were really asked; now, where the prompt is still on its way; null, where it came to nothing. */
  askedAt: Date | null;
  /** It still waits for an answer. */
  isOwed: boolean;
}

/** Everything due up to then, also what nobody needs to be reminded of any more. */
export function findDueReminders(
  db: Transaction,
  workspaceId: string,
  { promptKind, upTo, now }: { promptKind: string; upTo: Date; now: Date },
): Promise<DueReminder[]> {
  return db.$queryRaw<DueReminder[]>`
    select c.id, c."memberId", c."cadenceKey", c."remindAt", c."remindZone", c."putOffUntil", c.reminded,
           c."remindedAt", c."closesAt",
           case when d.status in ('pending', 'sending') then ${now}::timestamptz else d."sentAt" end as "askedAt",
           c."answeredAt" is null and c.excuse is null and c."closesAt" > ${now} as "isOwed"
      from "CheckIn" c
      left join "Delivery" d on d."workspaceId" = c."workspaceId" and d.kind = ${promptKind}
                            and d.recipient = c."memberId" and d.occurrence = c."promptGroup"::text
     where c."workspaceId" = ${workspaceId} and c."remindAt" <= ${upTo}
     order by c."memberId", c."remindAt", c.id`;
}

/** Those whose member has moved to another zone since the moment was worked out. */
export function findRemindersElsewhere(db: Transaction, workspaceId: string): Promise<Omit<DueReminder, 'askedAt'>[]> {
  return db.$queryRaw<Omit<DueReminder, 'askedAt'>[]>`
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
