import type { Prisma } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId } from '../../platform/storage/lock-row.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Dependency, DependencyWords } from './dependency.ts';
import { findTeamNames, type TimeOnTeam } from './team-store.ts';

const include = { initiative: { select: { name: true } } } as const;

type Row = Prisma.DependencyGetPayload<{ include: typeof include }>;

/** What is waited for, the longest wait first, and what was released since. */
export async function findDependencies(
  db: Transaction,
  { workspaceId, releasedSince }: { workspaceId: string; releasedSince: Date },
): Promise<Dependency[]> {
  const rows = await db.dependency.findMany({
    where: {
      workspaceId,
      withdrawnAt: null,
      OR: [{ releasedAt: null }, { releasedAt: { gte: releasedSince } }],
    },
    include,
    orderBy: [{ sinceOn: 'asc' }, { id: 'asc' }],
  });
  return named(db, workspaceId, rows);
}

/** What one of these teams waited for, or was waited for, at some time from `from` to `to` in which it was theirs. */
export async function findDependenciesOf(
  db: Transaction,
  query: { workspaceId: string; onTeams: readonly TimeOnTeam[]; from: CalendarDay; to: CalendarDay },
): Promise<Dependency[]> {
  const { workspaceId, onTeams } = query;
  const times = onTeams.map(({ teamKey, from, to }) => {
    const first = from !== null && from > query.from ? from : query.from;
    const last = to !== null && to < query.to ? to : query.to;
    return {
      sinceOn: { lte: toDatabaseDate(last) },
      AND: [
        { OR: [{ waitingTeamKey: teamKey }, { onTeamKey: teamKey }] },
        { OR: [{ releasedAt: null }, { releasedAt: { gte: toDatabaseDate(first) } }] },
      ],
    };
  });
  if (times.length === 0) return [];
  const rows = await db.dependency.findMany({
    where: { workspaceId, withdrawnAt: null, OR: times },
    include,
    orderBy: [{ sinceOn: 'asc' }, { id: 'asc' }],
  });
  return named(db, workspaceId, rows);
}

/** One that stands; with `evenWithdrawn`, one that was taken back as well. */
export async function findDependency(
  db: Transaction,
  { workspaceId, id, evenWithdrawn = false }: { workspaceId: string; id: string; evenWithdrawn?: boolean },
): Promise<Dependency | undefined> {
  if (!isRowId(id)) return undefined;
  const where = { id, workspaceId, ...(!evenWithdrawn && { withdrawnAt: null }) };
  return (await named(db, workspaceId, await db.dependency.findMany({ where, include })))[0];
}

export interface DependencyToSave {
  workspaceId: string;
  /** Of one that is edited. */
  id: string | undefined;
  memberId: string;
  words: DependencyWords;
  now: Date;
}

export async function saveDependency(db: Transaction, dependency: DependencyToSave): Promise<string> {
  const { id, workspaceId, memberId: recordedById, words, now: recordedAt } = dependency;
  const data = { workspaceId, ...words, sinceOn: toDatabaseDate(words.sinceOn) };
  const { id: saved } =
    id === undefined
      ? await db.dependency.create({ data: { ...data, recordedById, recordedAt } })
      : await db.dependency.update({ where: { id }, data });
  return saved;
}

export async function saveRelease(
  db: Transaction,
  id: string,
  release: { releasedAt: Date | null; releasedById: string | null; releaseNote: string | null },
): Promise<void> {
  await db.dependency.update({ where: { id }, data: release });
}

export async function saveDependencyWithdrawal(db: Transaction, id: string, withdrawnAt: Date | null): Promise<void> {
  await db.dependency.update({ where: { id }, data: { withdrawnAt } });
}

async function named(db: Transaction, workspaceId: string, rows: Row[]): Promise<Dependency[]> {
  const teamNames = await findTeamNames(db, workspaceId);
  return rows.map(({ initiative, sinceOn, ...row }) => ({
    ...row,
    sinceOn: fromDatabaseDate(sinceOn),
    waitingTeamName: teamNames.get(row.waitingTeamKey) ?? row.waitingTeamKey,
    onTeamName: teamNames.get(row.onTeamKey) ?? row.onTeamKey,
    initiativeName: initiative?.name ?? null,
  }));
}
