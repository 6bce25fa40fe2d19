import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import {
  findAbsences,
  findCalendarTerms,
  findCompanyHolidays,
  findDistinctTerms,
  findOwnTimes,
  type OwnTimes,
} from './calendar-store.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** How far back somebody who looks at the past needs to know who was away. */
const LOOK_BACK_DAYS = 100;

interface CalendarQuery {
  workspaceId: string;
  memberIds: readonly string[];
  now: Date;
}

/** The calendar of each of these members. */
export async function loadWorkingCalendars(
  db: Transaction,
  { workspaceId, memberIds, now }: CalendarQuery,
): Promise<Map<string, WorkingCalendar>> {
  if (memberIds.length === 0) return new Map();
  const companyHolidays = await findCompanyHolidays(db, workspaceId);
  const notOverOn = longAgo(now);
  // Where many are asked about, it is cheaper to read everybody's few absences than to name those many.
  const whose = memberIds.length > MANY ? {} : { memberIds };
  const absences = Map.groupBy(await findAbsences(db, { workspaceId, ...whose, notOverOn }), (one) => one.memberId);
  const terms = await findCalendarTerms(db, workspaceId, memberIds);
  return new Map(
    terms.map(({ memberId, ...own }) => [
      memberId,
      { ...own, companyHolidays, absences: absences.get(memberId) ?? [] },
    ]),
  );
}

const MANY = 1000;

/** Of one member; undefined where nobody is known by that id. */
export async function loadWorkingCalendar(
  db: Transaction,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<WorkingCalendar | undefined> {
  return (await loadOwnTimes(db, { workspaceId, memberId, now }))?.calendar;
}

/** The same, with what Slack said of do-not-disturb. */
export function loadOwnTimes(
  db: Transaction,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<OwnTimes | undefined> {
  return findOwnTimes(db, { workspaceId, memberId, notOverOn: longAgo(now) });
}

function longAgo(now: Date): CalendarDay {
  return plusDays(dayOf(now, 'UTC'), -LOOK_BACK_DAYS);
}

/** Each different calendar among the active members of these teams, without what is anybody's own. */
export async function loadTeamCalendars(
  db: Transaction,
  workspaceId: string,
  teamKeys: readonly string[],
): Promise<WorkingCalendar[]> {
  const companyHolidays = await findCompanyHolidays(db, workspaceId);
  const terms = await findDistinctTerms(db, workspaceId, teamKeys);
  return terms.map((each) => ({ ...each, companyHolidays, absences: [] }));
}
