import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { TimeOfDay } from '../../platform/time/local-time.ts';
import type { DigestHour } from './digest-week.ts';

export interface DigestTeam extends DigestHour {
  key: string;
  name: string;
  channelId: string | null;
  whenNoWins: 'say_so' | 'stay_silent';
  /** Parts of the digest that its channel does without: initiatives, quotes, picture. */
  leavesOut: string[];
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

/** The digests of any team, up to one of these days, that stand in the ledger. */
export async function findDigestsOf(
  db: Transaction,
  { workspaceId, kind, days }: { workspaceId: string; kind: string; days: CalendarDay[] },
): Promise<string[]> {
  // An import of some years names more days than a list of parameters takes.
  const rows = await db.$queryRaw<{ occurrence: string }[]>`
    select distinct occurrence from "Delivery"
     where "workspaceId" = ${workspaceId} and kind = ${kind} and right(occurrence, 10) = any(${days})`;
  return rows.map(({ occurrence }) => occurrence);
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
