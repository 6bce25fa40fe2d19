import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Asking } from './asking.ts';
import type { PromptedCheckIn } from './prompt-groups.ts';
import type { DefinedCadence } from './store.ts';

/**
 * Members of the cadence's teams who live in these zones and were not asked about the period yet, with the moment from
 * which on they were on their team, and their team in the cadence: nobody is asked about a time before.
 */
export async function findUnasked(
  db: Transaction,
  workspaceId: string,
  query: { cadence: DefinedCadence; periodOn: CalendarDay; timeZones: string[]; only?: string[] | undefined },
): Promise<{ id: string; askedSince: Date }[]> {
  const { cadence, periodOn, timeZones, only = null } = query;
  return db.$queryRaw<{ id: string; askedSince: Date }[]>`
    select m.id, greatest(m."teamSince", t.since) as "askedSince" from "CadenceTeam" t
      join "Member" m on m."workspaceId" = t."workspaceId" and m."teamKey" = t."teamKey"
     where t."workspaceId" = ${workspaceId} and t."cadenceKey" = ${cadence.key}
       and m."timeZone" = any(${timeZones}) and m."deactivatedAt" is null and m.kind <> 'bot'
       and m."teamSince" is not null and (${only}::text[] is null or m.id = any(${only}::text[]))
       and not exists (
         select from "CheckIn" c
          where c."workspaceId" = m."workspaceId" and c."memberId" = m.id
            and c."cadenceKey" = ${cadence.key} and c."periodOn" = ${toDatabaseDate(periodOn)}::date
       )`;
}

/** Opens what is not open yet; returns those that are new. One statement, however many. */
export async function openCheckIns(
  db: Transaction,
  { workspaceId, cadenceKey }: { workspaceId: string; cadenceKey: string },
  members: { memberId: string; asking: Asking }[],
): Promise<(PromptedCheckIn & { excuse: Asking['excuse'] })[]> {
  if (members.length === 0) return [];
  const rows = members.map(({ memberId, asking: { occurrence, ...asking } }) => ({
    ...asking,
    memberId,
    periodOn: occurrence.periodOn,
    occursOn: occurrence.occursOn,
    closesAt: occurrence.closesAt,
  }));
  return db.$queryRaw<(PromptedCheckIn & { excuse: Asking['excuse'] })[]>`
    with due as (
      select gen_random_uuid() as id, * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
             "memberId" text, "periodOn" date, "occursOn" date, "promptAt" timestamptz, "movedBecause" text,
             "remindAt" timestamptz, "tellAt" timestamptz, "timeZone" text, "closesAt" timestamptz, excuse text,
             "excusedBecause" text)
    )
    insert into "CheckIn" (id, "promptGroup", "workspaceId", "cadenceKey", "memberId", "periodOn", "occursOn",
                           "promptAt", "movedBecause", "remindAt", "remindZone", "tellAt", "closesAt", excuse,
                           "excusedBecause")
    select due.id, due.id, ${workspaceId}, ${cadenceKey}, due."memberId", due."periodOn", due."occursOn",
           due."promptAt", due."movedBecause", due."remindAt", due."timeZone", due."tellAt", due."closesAt",
           due.excuse::"Excuse", due."excusedBecause"
      from due
     -- In one order for all: two copies that insert the same rows in different orders would block each other.
     order by due."memberId"
    on conflict do nothing
    returning id, "memberId", "promptAt", "promptGroup", excuse`;
}

/** Those whose message was not sent yet and is due in this span of time: it may take up more. */
export async function findWaitingPrompts(
  db: Transaction,
  workspaceId: string,
  { promptKind, from, to }: { promptKind: string; from: Date; to: Date },
): Promise<PromptedCheckIn[]> {
  return db.$queryRaw<PromptedCheckIn[]>`
    select c.id, c."memberId", c."promptAt", c."promptGroup" from "Delivery" d
      join "CheckIn" c on c."workspaceId" = d."workspaceId" and c."promptGroup"::text = d.occurrence
     where d."workspaceId" = ${workspaceId} and d.kind = ${promptKind} and d.status = 'pending'
       and d."dueAt" between ${from} and ${to} and c."answeredAt" is null and c.excuse is null`;
}

/** One statement, however many. */
export async function joinPrompts(db: Transaction, joining: { id: string; promptGroup: string }[]): Promise<void> {
  if (joining.length === 0) return;
  await db.$executeRaw`
    update "CheckIn" c set "promptGroup" = joined."promptGroup"
      from jsonb_to_recordset(${JSON.stringify(joining)}::jsonb) as joined (id uuid, "promptGroup" uuid)
     where c.id = joined.id`;
}

const WATCH_MILLISECONDS = 3_600_000;

/** Somebody is here and plans. Written once in a while: a row for every minute would tell no more. */
export async function recordWatch(db: Transaction, workspaceId: string, now: Date): Promise<void> {
  await db.cadence.updateMany({
    where: { workspaceId, retiredAt: null, watchedAt: { lt: new Date(now.getTime() - WATCH_MILLISECONDS) } },
    data: { watchedAt: now },
  });
}

/**
 * What closed since then and was never sent is not the member's to answer for. Slack did not take it, or they or the
 * cadence had gone by then; whatever else kept it back was us.
 */
export async function recordUnsent(
  db: Transaction,
  workspaceId: string,
  { promptKind, since, now }: { promptKind: string; since: Date; now: Date },
): Promise<void> {
  await db.$executeRaw`
    update "CheckIn" c set (excuse, "excusedBecause") = (
             select case when d.status in ('dead', 'skipped') then 'not_asked'::"Excuse" else 'our_downtime' end,
                    case d.status when 'dead' then 'the message could not be delivered'
                                  when 'skipped' then d.reason
                                  else 'the prompt could not be sent in time' end
               from (select 1) always
               left join "Delivery" d on d."workspaceId" = c."workspaceId" and d.kind = ${promptKind}
                    and d.recipient = c."memberId" and d.occurrence = c."promptGroup"::text)
     where c."workspaceId" = ${workspaceId} and c."closesAt" > ${since} and c."closesAt" <= ${now}
       and c."answeredAt" is null and c.excuse is null
       and not exists (
         select from "Delivery" d
          where d."workspaceId" = c."workspaceId" and d.kind = ${promptKind} and d.recipient = c."memberId"
            and d.occurrence = c."promptGroup"::text and (d."messageTs" is not null or d.status = 'sending')
       )`;
}

/** A check-in whose window is open, for whose member somebody may say meanwhile that they are away. */
export interface OpenCheckIn {
  id: string;
  memberId: string;
  cadenceKey: string;
  promptAt: Date;
  promptGroup: string;
  remindedAt: Date | null;
  closesAt: Date;
  excuse: 'away' | null;
}

/** Those without an answer whose member was said to be away in the window, or was when they were last looked at. */
export async function findOpenOfAbsent(db: Transaction, workspaceId: string, now: Date): Promise<OpenCheckIn[]> {
  return db.$queryRaw<OpenCheckIn[]>`
    select c.id, c."memberId", c."cadenceKey", c."promptAt", c."promptGroup", c."remindedAt", c."closesAt", c.excuse
      from "CheckIn" c
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
  excused: { excuse: 'away'; because: string } | { excuse: null; promptAt: Date; remindAt: Date | null },
): Promise<void> {
  const { excuse, ...others } = excused;
  await db.checkIn.update({
    where: { id: checkInId },
    data:
      'because' in others
        ? { excuse, excusedBecause: others.because }
        : { excuse, excusedBecause: null, promptAt: others.promptAt, remindAt: others.remindAt },
  });
}
