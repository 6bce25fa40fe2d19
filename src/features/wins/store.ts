import type { Prisma } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId, lockRow } from '../../platform/storage/lock-row.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Win } from './win.ts';

export interface WinsQuery {
  workspaceId: string;
  from: CalendarDay;
  /** Inclusive. */
  to: CalendarDay;
  /** Wins in which somebody of this team, as it was then, had a part. */
  teamKey?: string;
  /** Wins in which one of these members had a part. */
  memberIds?: string[];
  clientKey?: string;
  /** For every surface that not only those involved can see. */
  onlyShareable?: boolean;
}

const contributors = { orderBy: { memberId: 'asc' } } as const;

function standing(query: WinsQuery) {
  const { workspaceId, from, to, teamKey, memberIds, clientKey: key, onlyShareable } = query;
  const credited = { partState: { not: 'declined' } } as const;
  return {
    workspaceId,
    withdrawnAt: null,
    wonOn: { gte: toDatabaseDate(from), lte: toDatabaseDate(to) },
    ...(key !== undefined && { clientKey: key }),
    ...(onlyShareable && { isShareable: true }),
    ...(teamKey !== undefined && { contributors: { some: { teamKey, ...credited } } }),
    ...(memberIds && { contributors: { some: { memberId: { in: memberIds }, ...credited } } }),
  };
}

/** Wins that stand, oldest first. */
export async function findWins(db: Transaction, query: WinsQuery): Promise<Win[]> {
  const rows = await db.win.findMany({
    where: standing(query),
    include: { contributors },
    orderBy: [{ wonOn: 'asc' }, { id: 'asc' }],
  });
  return inWords(db, query.workspaceId, rows);
}

/** Of these, only what counting needs. */
export async function findWinDays(db: Transaction, query: WinsQuery): Promise<Pick<Win, 'kind' | 'wonOn'>[]> {
  const rows = await db.win.findMany({ where: standing(query), select: { kind: true, wonOn: true } });
  return rows.map(({ kind, wonOn }) => ({ kind, wonOn: fromDatabaseDate(wonOn) }));
}

/** A win as it is kept, whether it stands or was taken back. */
export interface KeptWin extends Win {
  checkInId: string | null;
  withdrawnAt: Date | null;
  /** Everyone who was named and says that they had no part. */
  declinedIds: string[];
}

export async function findWin(db: Transaction, workspaceId: string, id: string): Promise<KeptWin | undefined> {
  if (!isRowId(id)) return undefined;
  const row = await db.win.findUnique({ where: { id, workspaceId }, include: { contributors } });
  const [win] = row ? await inWords(db, workspaceId, [row]) : [];
  if (!row || !win) return undefined;
  const declinedIds = row.contributors.flatMap((one) => (one.partState === 'declined' ? [one.memberId] : []));
  return { ...win, checkInId: row.checkInId, withdrawnAt: row.withdrawnAt, declinedIds };
}

/** Held until the transaction ends, so that what is done with it comes one after the other. */
export async function lockWin(db: Transaction, workspaceId: string, id: string): Promise<KeptWin | undefined> {
  return (await lockRow(db, 'Win', { workspaceId, id })) ? findWin(db, workspaceId, id) : undefined;
}

/** Those that this member told or had a part in, latest first; what they took back since then as well. */
export async function findOwnWins(
  db: Transaction,
  { workspaceId, memberId, withdrawnSince }: { workspaceId: string; memberId: string; withdrawnSince: Date },
): Promise<(Win & Pick<KeptWin, 'checkInId' | 'withdrawnAt'>)[]> {
  const rows = await db.win.findMany({
    where: {
      workspaceId,
      OR: [
        { withdrawnAt: null, contributors: { some: { memberId, partState: { not: 'declined' } } } },
        { withdrawnAt: { gte: withdrawnSince }, recordedById: memberId },
      ],
    },
    include: { contributors },
    orderBy: [{ wonOn: 'desc' }, { id: 'desc' }],
  });
  const wins = await inWords(db, workspaceId, rows);
  return wins.map((win, at) => ({
    ...win,
    checkInId: rows[at]?.checkInId ?? null,
    withdrawnAt: rows[at]?.withdrawnAt ?? null,
  }));
}

type WinRow = Prisma.WinGetPayload<{ include: { contributors: true } }>;

/** With the names of teams and metrics as they are now. */
async function inWords(db: Transaction, workspaceId: string, rows: WinRow[]): Promise<Win[]> {
  const teamKeys = rows.flatMap(({ contributors }) => contributors.flatMap(({ teamKey }) => teamKey ?? []));
  const teams = await db.team.findMany({
    where: { workspaceId, key: { in: teamKeys } },
    select: { key: true, name: true },
  });
  const teamNames = new Map(teams.map(({ key, name }) => [key, name]));
  const metricNames = await findMetricNames(
    db,
    workspaceId,
    rows.flatMap(({ metricKey }) => metricKey ?? []),
  );
  return rows.map((row) => {
    const { id, client, whatChanged, kind, evidenceUrl, metricKey, isShareable, recordedById } = row;
    const credited = row.contributors
      .filter(({ partState }) => partState !== 'declined')
      .sort((one, other) => Number(other.memberId === recordedById) - Number(one.memberId === recordedById))
      .map(({ memberId, teamKey, part, partState }) => {
        return { memberId, teamKey, teamName: teamNames.get(teamKey ?? '') ?? null, part, partState };
      });
    return {
      id,
      client,
      whatChanged,
      kind,
      evidenceUrl,
      metricKey,
      metricName: metricNames.get(metricKey ?? '') ?? null,
      isShareable,
      wonOn: fromDatabaseDate(row.wonOn),
      recordedById,
      contributorIds: credited.map(({ memberId }) => memberId),
      contributors: credited,
    };
  });
}

async function findMetricNames(db: Transaction, workspaceId: string, keys: string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const definitions = await db.metricDefinition.findMany({
    where: { workspaceId, metricKey: { in: keys } },
    orderBy: { version: 'asc' },
    select: { metricKey: true, name: true },
  });
  return new Map(definitions.map(({ metricKey, name }) => [metricKey, name]));
}
