import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Asking } from './asking.ts';
import type { DefinedCadence } from './store.ts';

/**
 * Members of the cadence's teams who live in these zones and were not asked about the period yet, with the moment from
 * which on they were on their team: nobody is asked about a time before.
 */
export async function findUnasked(
  db: Transaction,
  workspaceId: string,
  { cadence, periodOn, timeZones }: { cadence: DefinedCadence; periodOn: CalendarDay; timeZones: string[] },
): Promise<{ id: string; teamSince: Date }[]> {
  return db.$queryRaw<{ id: string; teamSince: Date }[]>`
    select m.id, m."teamSince" from "Member" m
     where m."workspaceId" = ${workspaceId} and m."teamKey" = any(${cadence.teamKeys})
       and m."timeZone" = any(${timeZones}) and m."deactivatedAt" is null and m.kind <> 'bot'
       and m."teamSince" is not null
       and not exists (
         select from "CheckIn" c
          where c."workspaceId" = m."workspaceId" and c."memberId" = m.id
            and c."cadenceKey" = ${cadence.key} and c."periodOn" = ${toDatabaseDate(periodOn)}::date
       )`;
}

/** Opens what is not open yet; returns the ids of those that are new. One statement, however many. */
export async function openCheckIns(
  db: Transaction,
  { workspaceId, cadenceKey }: { workspaceId: string; cadenceKey: string },
  members: { memberId: string; asking: Asking }[],
): Promise<{ id: string; memberId: string; promptAt: Date; excuse: Asking['excuse'] }[]> {
  if (members.length === 0) return [];
  const rows = members.map(({ memberId, asking: { occurrence, ...asking } }) => ({
    ...asking,
    memberId,
    periodOn: occurrence.periodOn,
    occursOn: occurrence.occursOn,
    closesAt: occurrence.closesAt,
  }));
  return db.$queryRaw<{ id: string; memberId: string; promptAt: Date; excuse: Asking['excuse'] }[]>`
    insert into "CheckIn" (id, "workspaceId", "cadenceKey", "memberId", "periodOn", "occursOn", "promptAt",
                           "movedBecause", "remindAt", "closesAt", excuse, "excusedBecause")
    select gen_random_uuid(), ${workspaceId}, ${cadenceKey}, due."memberId", due."periodOn", due."occursOn",
           due."promptAt", due."movedBecause", due."remindAt", due."closesAt", due.excuse::"Excuse",
           due."excusedBecause"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as due (
             "memberId" text, "periodOn" date, "occursOn" date, "promptAt" timestamptz, "movedBecause" text,
             "remindAt" timestamptz, "closesAt" timestamptz, excuse text, "excusedBecause" text)
     -- In one order for all: two copies that insert the same rows in different orders would block each other.
     order by due."memberId"
    on conflict do nothing
    returning id, "memberId", "promptAt", excuse`;
}

/** Somebody is here and plans. Written once in a while: a row for every minute would tell no more. */
export async function recordWatch(
  db: Transaction,
  { workspaceId, key }: { workspaceId: string; key: string },
  { now, unlessSince }: { now: Date; unlessSince: Date },
): Promise<void> {
  await db.cadence.updateMany({
    where: { workspaceId, key, watchedAt: { lt: unlessSince } },
    data: { watchedAt: now },
  });
}

/** What closed since then and was never sent, whatever kept it from being sent, was missed by us. */
export async function recordUnsent(
  db: Transaction,
  workspaceId: string,
  { promptKind, since, now }: { promptKind: string; since: Date; now: Date },
): Promise<void> {
  await db.$executeRaw`
    update "CheckIn" c set excuse = 'our_downtime', "excusedBecause" = 'the prompt could not be sent in time'
     where c."workspaceId" = ${workspaceId} and c."closesAt" > ${since} and c."closesAt" <= ${now}
       and c."answeredAt" is null and c.excuse is null
       and not exists (
         select from "Delivery" d
          where d."workspaceId" = c."workspaceId" and d.kind = ${promptKind} and d.recipient = c."memberId"
            and d.occurrence = c.id::text and (d."messageTs" is not null or d.status = 'sending')
       )`;
}

/** Takes the reminders that fell due: each is taken once, whoever asks. */
export async function takeDueReminders(
  db: Transaction,
  workspaceId: string,
  now: Date,
): Promise<{ id: string; memberId: string; remindAt: Date }[]> {
  const due = { workspaceId, answeredAt: null, excuse: null, remindAt: { lte: now }, closesAt: { gt: now } };
  const rows = await db.checkIn.findMany({
    where: due,
    select: { id: true, memberId: true, remindAt: true },
    orderBy: { id: 'asc' },
  });
  await db.checkIn.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { remindAt: null } });
  return rows.flatMap(({ remindAt, ...row }) => (remindAt ? [{ ...row, remindAt }] : []));
}

/** A check-in whose window is open, for whose member somebody may say meanwhile that they are away. */
export interface OpenCheckIn {
  id: string;
  memberId: string;
  promptAt: Date;
  closesAt: Date;
  excuse: 'away' | null;
}

/** Those without an answer whose member was said to be away in the window, or was when they were last looked at. */
export async function findOpenOfAbsent(db: Transaction, workspaceId: string, now: Date): Promise<OpenCheckIn[]> {
  return db.$queryRaw<OpenCheckIn[]>`
    select c.id, c."memberId", c."promptAt", c."closesAt", c.excuse from "CheckIn" c
     where c."workspaceId" = ${workspaceId} and c."closesAt" > ${now} and c."answeredAt" is null
       and (c.excuse = 'away' or (c.excuse is null and exists (
         select from "Absence" a
          where a."workspaceId" = c."workspaceId" and a."memberId" = c."memberId"
            -- A day of slack on both ends: today is not the same day everywhere.
            and a."awayUntil" >= ${now}::date - 1 and a."awayFrom" <= c."closesAt"::date + 1
       )))
     order by c.id`;
}

export async function recordExcuse(
  db: Transaction,
  checkInId: string,
  excused: { excuse: 'away'; because: string } | { excuse: null; promptAt: Date },
): Promise<void> {
  await db.checkIn.update({
    where: { id: checkInId },
    data:
      excused.excuse === null
        ? { excuse: null, excusedBecause: null, promptAt: excused.promptAt }
        : { excuse: excused.excuse, excusedBecause: excused.because },
  });
}
