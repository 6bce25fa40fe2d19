import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { TimeOfDay } from '../../platform/time/local-time.ts';
import { clientKey } from './client-name.ts';
import type { DigestHour } from './digest-week.ts';
import type { Win } from './win.ts';

export interface DigestTeam extends DigestHour {
  key: string;
  name: string;
  channelId: string | null;
  whenNoWins: 'say_so' | 'stay_silent';
  definedAt: Date;
}

export async function findDigestTeams(
  db: Transaction,
  workspaceId: string,
  only: { keys?: string[] } = {},
): Promise<DigestTeam[]> {
  const teams = await db.team.findMany({
    where: { workspaceId, retiredAt: null, ...(only.keys && { key: { in: only.keys } }) },
    orderBy: { key: 'asc' },
  });
  return teams.map((team) => ({ ...team, digestTime: team.digestTime as TimeOfDay }));
}

/**
 * Holds these teams until the transaction ends. Who tells a win shares them, who plans a digest has them alone: so a
 * digest either knows of a win when it is composed, or stands in the ledger when the win has it refreshed.
 */
export async function lockTeams(
  db: Transaction,
  { workspaceId, keys, how }: { workspaceId: string; keys: string[]; how: 'shared' | 'alone' },
): Promise<void> {
  const sorted = [...keys].sort();
  if (how === 'shared') {
    await db.$queryRaw`
      select 1 from "Team" where "workspaceId" = ${workspaceId} and key = any(${sorted}) order by key for share`;
  } else {
    await db.$queryRaw`
      select 1 from "Team" where "workspaceId" = ${workspaceId} and key = any(${sorted}) order by key for update`;
  }
}

/** Those of these digests that stand in the ledger, to whatever channel. */
export async function findPlannedDigests(
  db: Transaction,
  { workspaceId, kind, occurrences }: { workspaceId: string; kind: string; occurrences: string[] },
): Promise<Set<string>> {
  const rows = await db.delivery.findMany({
    where: { workspaceId, kind, occurrence: { in: occurrences } },
    select: { occurrence: true },
  });
  return new Set(rows.map(({ occurrence }) => occurrence));
}

export async function findTeamKeysOf(db: Transaction, workspaceId: string, memberIds: string[]): Promise<string[]> {
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: memberIds } },
    select: { teamKey: true },
  });
  return [...new Set(members.flatMap(({ teamKey }) => teamKey ?? []))];
}

export interface WinsQuery {
  workspaceId: string;
  from: CalendarDay;
  /** Inclusive. */
  to: CalendarDay;
  /** Wins in which somebody of this team, as it was then, had a part. */
  teamKey?: string;
  /** Wins in which one of these members had a part. */
  memberIds?: string[];
}

const withContributors = { contributors: { select: { memberId: true }, orderBy: { memberId: 'asc' } } } as const;

/** Wins that stand, oldest first. */
export async function findWins(db: Transaction, query: WinsQuery): Promise<Win[]> {
  const { workspaceId, from, to, teamKey, memberIds } = query;
  const rows = await db.win.findMany({
    where: {
      workspaceId,
      withdrawnAt: null,
      wonOn: { gte: toDatabaseDate(from), lte: toDatabaseDate(to) },
      ...(teamKey !== undefined && { contributors: { some: { teamKey } } }),
      ...(memberIds && { contributors: { some: { memberId: { in: memberIds } } } }),
    },
    include: withContributors,
    orderBy: [{ wonOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, client, whatChanged, wonOn, recordedById, contributors }) => ({
    id,
    client,
    whatChanged,
    wonOn: fromDatabaseDate(wonOn),
    contributorIds: [...new Set([recordedById, ...contributors.map(({ memberId }) => memberId)])],
  }));
}

export interface WinOfCheckIn {
  workspaceId: string;
  recordedById: string;
  checkInId: string;
  wonOn: CalendarDay;
  client: string;
  whatChanged: string;
  contributorIds: string[];
  now: Date;
}

/** The teams, as they were then, of everyone whom the win of this check-in names; none where there is no win. */
export async function findTeamKeysOfCheckIn(db: Transaction, checkInId: string): Promise<string[]> {
  const contributors = await db.winContributor.findMany({ where: { win: { checkInId } }, select: { teamKey: true } });
  return [...new Set(contributors.flatMap(({ teamKey }) => teamKey ?? []))];
}

/** The day of the win that this check-in told, withdrawn or not. */
export async function findDayOfWin(db: Transaction, checkInId: string): Promise<CalendarDay | undefined> {
  const win = await db.win.findUnique({ where: { checkInId }, select: { wonOn: true } });
  return win ? fromDatabaseDate(win.wonOn) : undefined;
}

export async function saveWinOfCheckIn(db: Transaction, win: WinOfCheckIn): Promise<void> {
  const { workspaceId, recordedById, checkInId, client, whatChanged } = win;
  const { id: winId } = await db.win.upsert({
    where: { checkInId },
    create: {
      workspaceId,
      recordedById,
      checkInId,
      client,
      clientKey: clientKey(client),
      whatChanged,
      wonOn: toDatabaseDate(win.wonOn),
      recordedAt: win.now,
    },
    update: { client, clientKey: clientKey(client), whatChanged, withdrawnAt: null },
  });
  const named = [recordedById, ...win.contributorIds];
  await db.winContributor.deleteMany({ where: { winId, memberId: { notIn: named } } });
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: named } },
    select: { id: true, teamKey: true },
  });
  // Who was named before keeps the team of then.
  await db.winContributor.createMany({
    data: members.map(({ id: memberId, teamKey }) => ({ winId, workspaceId, memberId, teamKey })),
    skipDuplicates: true,
  });
}

export async function withdrawWinOfCheckIn(db: Transaction, checkInId: string, now: Date): Promise<void> {
  await db.win.updateMany({ where: { checkInId, withdrawnAt: null }, data: { withdrawnAt: now } });
}
