import type { Experiment as Row } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId } from '../../platform/storage/lock-row.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Experiment, ExperimentResult } from './experiment.ts';

/** Those whose lesson is not told yet, the oldest first; with `memberId`, those that they named. */
export async function findOpenExperiments(
  db: Transaction,
  of: { workspaceId: string; memberId?: string },
): Promise<Experiment[]> {
  const { workspaceId } = of;
  const rows = await db.experiment.findMany({
    where: { ...of, withdrawnAt: null, finishedAt: null },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  return named(db, workspaceId, rows);
}

/** One that stands. */
export async function findExperiment(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<Experiment | undefined> {
  if (!isRowId(id)) return undefined;
  const rows = await db.experiment.findMany({ where: { id, workspaceId, withdrawnAt: null } });
  return (await named(db, workspaceId, rows))[0];
}

/** The lessons told in this time, in order. */
export async function findLessonsOf(
  db: Transaction,
  { workspaceId, from, before }: { workspaceId: string; from: Date; before: Date },
): Promise<Experiment[]> {
  const rows = await db.experiment.findMany({
    where: { workspaceId, withdrawnAt: null, finishedAt: { gte: from, lt: before } },
    orderBy: [{ finishedAt: 'asc' }, { id: 'asc' }],
  });
  return named(db, workspaceId, rows);
}

/**
 * The lessons that hold these words, the best match first; without words, the latest. Words are found in their English
 * stems (`onboard` finds "onboarding"), and as they stand in whatever language.
 */
export async function findLessons(
  db: Transaction,
  { workspaceId, words, limit }: { workspaceId: string; words: string; limit: number },
): Promise<Experiment[]> {
  if (words === '') {
    const rows = await db.experiment.findMany({
      where: { workspaceId, withdrawnAt: null, finishedAt: { not: null } },
      orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return named(db, workspaceId, rows);
  }
  const found = await db.$queryRaw<{ id: string }[]>`
    with asked as (
      select websearch_to_tsquery('english', ${words}) || websearch_to_tsquery('simple', ${words}) as query
    ), lessons as (
      select id, "finishedAt",
             setweight(to_tsvector('english', coalesce(lesson, '')), 'A') ||
             setweight(to_tsvector('simple', coalesce(lesson, '')), 'A') ||
             to_tsvector('english', concat_ws(' ', bottleneck, proposal, hypothesis, change, "whatWasSeen")) ||
             to_tsvector('simple', concat_ws(' ', bottleneck, proposal, hypothesis, change, "whatWasSeen")) as words
        from "Experiment"
       where "workspaceId" = ${workspaceId} and "withdrawnAt" is null and "finishedAt" is not null
    )
    select id from lessons, asked where words @@ query
     order by ts_rank(words, query) desc, "finishedAt" desc, id
     limit ${limit}`;
  const ids = found.map(({ id }) => id);
  const rows = await db.experiment.findMany({ where: { workspaceId, id: { in: ids } } });
  return named(
    db,
    workspaceId,
    rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)),
  );
}

export interface ExperimentWords {
  bottleneck?: string;
  proposal?: string | null;
  hypothesis?: string;
  change?: string;
  metricKey?: string | null;
  startsOn?: CalendarDay;
  endsOn?: CalendarDay;
  result?: ExperimentResult;
  whatWasSeen?: string;
  lesson?: string;
}

export async function insertExperiment(
  db: Transaction,
  row: { workspaceId: string; memberId: string; bottleneck: string; words: ExperimentWords; now: Date },
): Promise<void> {
  const { workspaceId, memberId, bottleneck, words, now: recordedAt } = row;
  const teamKey = await findTeamKey(db, workspaceId, memberId);
  await db.experiment.create({
    data: { workspaceId, memberId, teamKey, ...inColumns(words), bottleneck, recordedAt },
  });
}

/** `finishedAt` keeps its first moment: a lesson that is reworded belongs to the month in which it was told. */
export async function updateExperiment(
  db: Transaction,
  id: string,
  words: ExperimentWords,
  finishedAt: Date | null,
): Promise<void> {
  await db.experiment.update({ where: { id }, data: { ...inColumns(words), finishedAt } });
}

export async function withdrawExperiment(db: Transaction, id: string, withdrawnAt: Date): Promise<void> {
  await db.experiment.update({ where: { id }, data: { withdrawnAt } });
}

/** Brings back what was taken back; only who named it can. Undefined: there is nothing to bring back. */
export async function restoreExperiment(
  db: Transaction,
  which: { workspaceId: string; memberId: string; id: string },
): Promise<Experiment | undefined> {
  const { workspaceId, memberId, id } = which;
  if (!isRowId(id)) return undefined;
  await db.experiment.updateMany({ where: { id, workspaceId, memberId }, data: { withdrawnAt: null } });
  const restored = await findExperiment(db, workspaceId, id);
  return restored?.memberId === memberId ? restored : undefined;
}

export async function findTeamKey(db: Transaction, workspaceId: string, id: string): Promise<string | null> {
  const member = await db.member.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { teamKey: true },
  });
  return member?.teamKey ?? null;
}

function inColumns({ startsOn, endsOn, ...words }: ExperimentWords) {
  return {
    ...words,
    ...(startsOn && { startsOn: toDatabaseDate(startsOn) }),
    ...(endsOn && { endsOn: toDatabaseDate(endsOn) }),
  };
}

async function named(db: Transaction, workspaceId: string, rows: Row[]): Promise<Experiment[]> {
  const keys = [...new Set(rows.flatMap(({ metricKey }) => metricKey ?? []))];
  const definitions = await db.metricDefinition.findMany({
    where: { workspaceId, metricKey: { in: keys } },
    orderBy: { version: 'asc' },
    select: { metricKey: true, name: true },
  });
  const names = new Map(definitions.map(({ metricKey, name }) => [metricKey, name]));
  return rows.map(({ startsOn, endsOn, ...row }) => ({
    ...row,
    metricName: names.get(row.metricKey ?? '') ?? null,
    startsOn: startsOn && fromDatabaseDate(startsOn),
    endsOn: endsOn && fromDatabaseDate(endsOn),
  }));
}
