import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Absence, CalendarTerms, CompanyHoliday } from './working-calendar.ts';

/** The terms in force for each of these members. Somebody without a team keeps the week of most. */
export async function findCalendarTerms(
  db: Transaction,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<({ memberId: string } & CalendarTerms)[]> {
  return db.$queryRaw<({ memberId: string } & CalendarTerms)[]>`
    select m.id as "memberId", m."timeZone",
           case when cardinality(m."workingDays") > 0 then m."workingDays"
                else coalesce(t."workingDays", '{1,2,3,4,5}') end as "workingDays",
           coalesce(m."holidayRegion", t."holidayRegion") as "holidayRegion",
           coalesce(t."quietFrom", '19:00') as "quietFrom", coalesce(t."quietUntil", '07:00') as "quietUntil"
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
    select distinct m."timeZone",
           case when cardinality(m."workingDays") > 0 then m."workingDays" else t."workingDays" end as "workingDays",
           coalesce(m."holidayRegion", t."holidayRegion") as "holidayRegion", t."quietFrom", t."quietUntil"
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
