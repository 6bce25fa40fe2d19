import { Prisma } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, plusDays, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import { UNKNOWN_TIME_ZONE } from './time-zone.ts';
import type { Absence, CalendarTerms, CompanyHoliday, WorkingCalendar } from './working-calendar.ts';

/** Of a member, joined with their team. Somebody without a team keeps the week of most. */
const TERMS = Prisma.sql`
  m."timeZone",
  case when cardinality(m."workingDays") > 0 then m."workingDays"
       else coalesce(t."workingDays", '{1,2,3,4,5}') end as "workingDays",
  coalesce(m."holidayRegion", t."holidayRegion") as "holidayRegion",
  coalesce(t."quietFrom", '19:00') as "quietFrom", coalesce(t."quietUntil", '07:00') as "quietUntil"`;

export interface OwnTimes {
  calendar: WorkingCalendar;
  /** Until when they do not want to be disturbed, as Slack said at `dndReadAt`. */
  dndUntil: Date | null;
  dndReadAt: Date | null;
}

/** Everything about one member's times in one question: it is asked for every message that is sent. */
export async function findOwnTimes(
  db: Transaction,
  { workspaceId, memberId, notOverOn }: { workspaceId: string; memberId: string; notOverOn: CalendarDay },
): Promise<OwnTimes | undefined> {
  const [row] = await db.$queryRaw<(WorkingCalendar & Omit<OwnTimes, 'calendar'>)[]>`
    select ${TERMS}, m."dndUntil", m."dndReadAt",
           (select coalesce(jsonb_agg(jsonb_build_object('on', h."on", 'name', h.name, 'region', h.region)
                                      order by h."on", h.region), '[]')
              from "CompanyHoliday" h where h."workspaceId" = m."workspaceId") as "companyHolidays",
           (select coalesce(jsonb_agg(jsonb_build_object('awayFrom', a."awayFrom", 'awayUntil', a."awayUntil")
                                      order by a."awayFrom", a.id), '[]')
              from "Absence" a
             where a."workspaceId" = m."workspaceId" and a."memberId" = m.id
               and a."awayUntil" >= ${toDatabaseDate(notOverOn)}::date) as absences
      from "Member" m left join "Team" t on t."workspaceId" = m."workspaceId" and t.key = m."teamKey"
     where m."workspaceId" = ${workspaceId} and m.id = ${memberId}`;
  if (!row) return undefined;
  const { dndUntil, dndReadAt, ...calendar } = row;
  return { calendar, dndUntil, dndReadAt };
}

/** The terms in force for each of these members. */
export async function findCalendarTerms(
  db: Transaction,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<({ memberId: string } & CalendarTerms)[]> {
  return db.$queryRaw<({ memberId: string } & CalendarTerms)[]>`
    select m.id as "memberId", ${TERMS}
      from "Member" m left join "Team" t on t."workspaceId" = m."workspaceId" and t.key = m."teamKey"
     where m."workspaceId" = ${workspaceId} and m.id = any(${[...memberIds]})`;
}

/** Each different set of terms among the active members of these teams, once. */
export async function findDistinctTerms(
  db: Transaction,
  workspaceId: string,
  teamKeys: readonly string[],
): Promise<CalendarTerms[]> {
  return db.$queryRaw<CalendarTerms[]>`
    select distinct ${TERMS}
      from "Member" m join "Team" t on t."workspaceId" = m."workspaceId" and t.key = m."teamKey"
     where m."workspaceId" = ${workspaceId} and m."teamKey" = any(${[...teamKeys]})
       and m."deactivatedAt" is null and m.kind <> 'bot'`;
}

export async function findCompanyHolidays(db: Transaction, workspaceId: string): Promise<CompanyHoliday[]> {
  const rows = await db.companyHoliday.findMany({
    where: { workspaceId },
    orderBy: [{ on: 'asc' }, { region: 'asc' }],
  });
  return rows.map(({ on, name, region }) => ({ on: fromDatabaseDate(on), name, region }));
}

/** What they said of themselves that is not over before `day`, or what everybody did. */
export async function findAbsences(
  db: Transaction,
  { workspaceId, memberIds, notOverOn }: { workspaceId: string; memberIds?: readonly string[]; notOverOn: CalendarDay },
): Promise<(Absence & { id: string; memberId: string; source: 'home' | 'slack_status' })[]> {
  const rows = await db.absence.findMany({
    where: {
      workspaceId,
      ...(memberIds && { memberId: { in: [...memberIds] } }),
      awayUntil: { gte: toDatabaseDate(notOverOn) },
    },
    orderBy: [{ awayFrom: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, memberId, source, awayFrom, awayUntil }) => ({
    id,
    memberId,
    source,
    awayFrom: fromDatabaseDate(awayFrom),
    awayUntil: fromDatabaseDate(awayUntil),
  }));
}

export async function insertAbsence(
  db: Transaction,
  absence: Absence & { workspaceId: string; memberId: string; source: 'home' | 'slack_status'; recordedAt: Date },
): Promise<void> {
  const { awayFrom, awayUntil, ...rest } = absence;
  await db.absence.create({
    data: { ...rest, awayFrom: toDatabaseDate(awayFrom), awayUntil: toDatabaseDate(awayUntil) },
  });
}

/** What these members are away by on `today` ends the day before: what began today goes. Returns how many there were. */
export async function endAbsences(
  db: Transaction,
  ended: { workspaceId: string; memberIds: string[]; today: CalendarDay; source?: 'slack_status' },
): Promise<number> {
  const { workspaceId, memberIds, today, source } = ended;
  const on = toDatabaseDate(today);
  const ofThem = { workspaceId, memberId: { in: memberIds }, awayUntil: { gte: on }, ...(source && { source }) };
  const gone = await db.absence.deleteMany({ where: { ...ofThem, awayFrom: on } });
  const shortened = await db.absence.updateMany({
    where: { ...ofThem, awayFrom: { lt: on } },
    data: { awayUntil: toDatabaseDate(plusDays(today, -1)) },
  });
  return gone.count + shortened.count;
}

export async function removeAbsence(
  db: Transaction,
  { workspaceId, memberId, absenceId }: { workspaceId: string; memberId: string; absenceId: string },
): Promise<void> {
  await db.absence.deleteMany({ where: { id: absenceId, workspaceId, memberId } });
}

/** Lengthens or shortens what the status said before, so that one status is one absence. */
export async function saveStatusAbsence(
  db: Transaction,
  absence: Absence & { workspaceId: string; memberId: string; recordedAt: Date },
): Promise<void> {
  const { workspaceId, memberId, awayFrom, awayUntil } = absence;
  const running = { workspaceId, memberId, source: 'slack_status' as const };
  const { count } = await db.absence.updateMany({
    // One that ended yesterday goes on: a status without an end is read anew each day.
    where: { ...running, awayUntil: { gte: toDatabaseDate(plusDays(awayFrom, -1)) } },
    data: { awayUntil: toDatabaseDate(awayUntil) },
  });
  if (count === 0) await insertAbsence(db, { ...absence, source: 'slack_status' });
}

export async function findMemberZone(db: Transaction, workspaceId: string, id: string): Promise<string> {
  const member = await db.member.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { timeZone: true },
  });
  return member?.timeZone ?? UNKNOWN_TIME_ZONE;
}

export async function findReadsStatus(db: Transaction, workspaceId: string): Promise<boolean> {
  const workspace = await db.workspace.findUnique({ where: { id: workspaceId }, select: { readsStatus: true } });
  return workspace?.readsStatus === true;
}

/** Those of these members whom a status made absent. */
export async function findAbsentByStatus(
  db: Transaction,
  { workspaceId, memberIds, notOverOn }: { workspaceId: string; memberIds: string[]; notOverOn: CalendarDay },
): Promise<string[]> {
  const rows = await db.absence.findMany({
    where: {
      workspaceId,
      memberId: { in: memberIds },
      source: 'slack_status',
      awayUntil: { gte: toDatabaseDate(notOverOn) },
    },
    select: { memberId: true },
    distinct: ['memberId'],
  });
  return rows.map(({ memberId }) => memberId);
}
