import type { FeedbackRequest as RequestRow } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId, lockRow } from '../../platform/storage/lock-row.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { FeedbackRequest } from './feedback-request.ts';

const WITH_ANSWER = { feedback: { select: { id: true, visibility: true } } } as const;
export interface NewRequest {
  workspaceId: string;
  askedById: string;
  askedId: string;
  subjectId: string;
  about: string;
  answerBy: CalendarDay;
  remindAt: Date | null;
  now: Date;
}

export async function insertRequest(db: Transaction, request: NewRequest): Promise<string> {
  const { now: askedAt, answerBy, ...named } = request;
  const row = await db.feedbackRequest.create({ data: { ...named, askedAt, answerBy: toDatabaseDate(answerBy) } });
  return row.id;
}

export async function findRequest(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<FeedbackRequest | undefined> {
  if (!isRowId(id)) return undefined;
  const row = await db.feedbackRequest.findUnique({ where: { id, workspaceId }, include: WITH_ANSWER });
  return row ? fromRow(row) : undefined;
}

/** Holds it until the transaction ends: it is answered or declined, not both. */
export async function lockRequest(
  transaction: Transaction,
  workspaceId: string,
  id: string,
): Promise<FeedbackRequest | undefined> {
  if (!(await lockRow(transaction, 'FeedbackRequest', { workspaceId, id }))) return undefined;
  return findRequest(transaction, workspaceId, id);
}

/** Newest first; with `from`, those that are to be answered by that day or a later one. */
export async function findRequests(
  db: Transaction,
  workspaceId: string,
  { from, ...of }: ({ askedById: string } | { askedId: string } | { subjectId: string }) & { from?: CalendarDay },
): Promise<FeedbackRequest[]> {
  const rows = await db.feedbackRequest.findMany({
    where: { workspaceId, ...of, ...(from && { answerBy: { gte: toDatabaseDate(from) } }) },
    include: WITH_ANSWER,
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Whose one reminder is due, and who has neither answered nor declined. */
export async function findRemindersDue(
  db: Transaction,
  { workspaceId, now, today }: { workspaceId: string; now: Date; today: CalendarDay },
): Promise<{ id: string; askedId: string; remindAt: Date }[]> {
  const rows = await db.feedbackRequest.findMany({
    where: {
      workspaceId,
      remindAt: { lte: now },
      answerBy: { gte: toDatabaseDate(today) },
      declinedAt: null,
      feedback: null,
    },
    select: { id: true, askedId: true, remindAt: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ id, askedId, remindAt }) => (remindAt ? [{ id, askedId, remindAt }] : []));
}

export async function saveDeclined(
  db: Transaction,
  { id, declineReason, now }: { id: string; declineReason: string | null; now: Date },
): Promise<void> {
  await db.feedbackRequest.update({ where: { id }, data: { declinedAt: now, declineReason } });
}

function fromRow({
  answerBy,
  feedback,
  ...row
}: RequestRow & { feedback: { id: string; visibility: FeedbackRequest['answeredWith'] } | null }): FeedbackRequest {
  return {
    ...row,
    answerBy: fromDatabaseDate(answerBy),
    feedbackId: feedback?.id ?? null,
    answeredWith: feedback?.visibility ?? null,
  };
}
