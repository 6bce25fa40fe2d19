import type { Feedback as FeedbackRow, FeedbackVersion as VersionRow } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId, lockRow } from '../../platform/storage/lock-row.ts';
import {
  type CalendarDay,
  firstOfMonth,
  fromDatabaseDate,
  plusDays,
  toDatabaseDate,
} from '../../platform/time/calendar-day.ts';
import { BEHAVIOURS } from './behaviour.ts';
import type { Feedback, FeedbackVersion, FeedbackWords } from './feedback.ts';

const WITH_VERSIONS = { versions: { orderBy: { version: 'asc' } } } as const;
export async function insertFeedback(
  db: Transaction,
  feedback: Pick<
    Feedback,
    'authorId' | 'subjectId' | 'visibility' | 'visibilityReason' | 'messageLink' | 'requestId'
  > & {
    workspaceId: string;
    words: FeedbackWords;
    now: Date;
  },
): Promise<string> {
  const { words, now, ...named } = feedback;
  const row = await db.feedback.create({
    data: { ...named, givenAt: now, version: 1, versions: { create: { version: 1, ...asRow(words), savedAt: now } } },
  });
  return row.id;
}

/** Another version; those before it stay. */
export async function insertVersion(
  db: Transaction,
  { feedbackId, words, now }: { feedbackId: string; words: FeedbackWords; now: Date },
): Promise<void> {
  const { version } = await db.feedback.update({
    where: { id: feedbackId },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  await db.feedbackVersion.create({ data: { feedbackId, version, ...asRow(words), savedAt: now } });
}

/** Its request, if there was one, is open again. */
export async function saveWithdrawn(db: Transaction, feedbackId: string, withdrawnAt: Date): Promise<void> {
  await db.feedback.update({ where: { id: feedbackId }, data: { withdrawnAt, requestId: null } });
}

export async function saveStepDone(db: Transaction, feedbackId: string, stepDoneAt: Date | null): Promise<void> {
  await db.feedback.update({ where: { id: feedbackId }, data: { stepDoneAt } });
}

/** A packet holds it: from now on it stands as it is. */
export async function saveFrozen(db: Transaction, feedbackIds: string[], reviewOn: CalendarDay): Promise<void> {
  await db.feedback.updateMany({
    where: { id: { in: feedbackIds }, frozenFor: null },
    data: { frozenFor: toDatabaseDate(reviewOn) },
  });
}

/** Holds it until the transaction ends, so that an edit and a freeze come one after the other. */
export async function lockFeedback(
  transaction: Transaction,
  workspaceId: string,
  id: string,
): Promise<Feedback | undefined> {
  if (!(await lockRow(transaction, 'Feedback', { workspaceId, id }))) return undefined;
  return findFeedback(transaction, workspaceId, id);
}

export async function findFeedback(db: Transaction, workspaceId: string, id: string): Promise<Feedback | undefined> {
  if (!isRowId(id)) return undefined;
  const row = await db.feedback.findUnique({ where: { id, workspaceId }, include: WITH_VERSIONS });
  return row ? fromRow(row) : undefined;
}

/** Of these ids, what there is. */
export async function findFeedbackByIds(db: Transaction, workspaceId: string, ids: string[]): Promise<Feedback[]> {
  const rows = await db.feedback.findMany({
    where: { workspaceId, id: { in: ids.filter(isRowId) } },
    include: WITH_VERSIONS,
  });
  return rows.map(fromRow);
}

/**
 * What was given about these members from the first day to the last, both in UTC, oldest first; withdrawn ones too. The
 * whole month of the first day is in it: who may not learn a day is shown all of a month or nothing of it.
 */
export async function findFeedbackAbout(
  db: Transaction,
  {
    workspaceId,
    subjectIds,
    from,
    to,
  }: { workspaceId: string; subjectIds: string[]; from: CalendarDay; to: CalendarDay },
): Promise<Feedback[]> {
  const givenAt = { gte: toDatabaseDate(firstOfMonth(from)), lt: toDatabaseDate(plusDays(to, 1)) };
  const rows = await db.feedback.findMany({
    where: { workspaceId, subjectId: { in: subjectIds }, givenAt },
    include: WITH_VERSIONS,
    orderBy: [{ givenAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Holds all of that until the transaction ends: nothing is edited or taken back while it is frozen. */
export async function lockFeedbackAbout(
  transaction: Transaction,
  {
    workspaceId,
    subjectIds,
    from,
    to,
  }: { workspaceId: string; subjectIds: string[]; from: CalendarDay; to: CalendarDay },
): Promise<void> {
  await transaction.$queryRaw`
    select 1 from "Feedback"
     where "workspaceId" = ${workspaceId} and "subjectId" = any (${subjectIds})
       and "givenAt" >= ${toDatabaseDate(firstOfMonth(from))} and "givenAt" < ${toDatabaseDate(plusDays(to, 1))}
     order by id
       for update`;
}

/** Newest first. */
export async function findFeedbackBy(db: Transaction, workspaceId: string, authorId: string): Promise<Feedback[]> {
  const rows = await db.feedback.findMany({
    where: { workspaceId, authorId },
    include: WITH_VERSIONS,
    orderBy: [{ givenAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

function asRow({ nextStepOn, ...words }: FeedbackWords) {
  return { ...words, nextStepOn: nextStepOn && toDatabaseDate(nextStepOn) };
}

function fromRow({ versions, frozenFor, ...row }: FeedbackRow & { versions: VersionRow[] }): Feedback {
  const [first, ...later] = versions.map(versionFromRow);
  if (!first) throw new Error(`feedback ${row.id} has no words`);
  return { ...row, versions: [first, ...later], frozenFor: frozenFor && fromDatabaseDate(frozenFor) };
}

function versionFromRow(row: VersionRow): FeedbackVersion {
  const { kind, situation, observed, effect, nextStep, nextStepOn, savedAt } = row;
  // Only behaviours that the form still names.
  const behaviours = BEHAVIOURS.filter((behaviour) => row.behaviours.includes(behaviour));
  const day = nextStepOn && fromDatabaseDate(nextStepOn);
  return { words: { kind, situation, behaviours, observed, effect, nextStep, nextStepOn: day }, savedAt };
}
