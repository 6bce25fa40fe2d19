import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';

/** By key, those that were retired as well. */
export async function findTeamNames(db: Transaction, workspaceId: string): Promise<Map<string, string>> {
  const teams = await db.team.findMany({ where: { workspaceId }, select: { key: true, name: true } });
  return new Map(teams.map(({ key, name }) => [key, name]));
}

/** Those there are now, by name. */
export async function findTeams(db: Transaction, workspaceId: string): Promise<{ key: string; name: string }[]> {
  return db.team.findMany({
    where: { workspaceId, retiredAt: null },
    select: { key: true, name: true },
    orderBy: [{ name: 'asc' }, { key: 'asc' }],
  });
}

/** A team and the days, in UTC and both with it, between which somebody was on it; null, no such end. */
export interface TimeOnTeam {
  teamKey: string;
  from: CalendarDay | null;
  to: CalendarDay | null;
}

/** The teams that a member was and is on. */
export async function findTimesOnTeams(db: Transaction, workspaceId: string, id: string): Promise<TimeOnTeam[]> {
  const member = await db.member.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { teamKey: true, teamSince: true, formerTeams: { orderBy: { until: 'asc' } } },
  });
  if (!member) return [];
  const dayIf = (instant: Date | null) => instant && dayOf(instant, 'UTC');
  const former = member.formerTeams.map(({ teamKey, since, until }) => {
    return { teamKey, from: dayIf(since), to: dayIf(until) };
  });
  const now = member.teamKey === null ? [] : [{ teamKey: member.teamKey, from: dayIf(member.teamSince), to: null }];
  return [...former, ...now];
}

/** The team that a member is on now. */
export async function findTeamKey(db: Transaction, workspaceId: string, id: string): Promise<string | null> {
  const where = { workspaceId_id: { workspaceId, id } };
  return (await db.member.findUnique({ where, select: { teamKey: true } }))?.teamKey ?? null;
}
