import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import { momentOccurrence } from '../people/moment-occurrence.ts';
import type { Interpretation } from './interpretation.ts';

/** What these members said of their numbers from that day on, oldest first. */
export async function findInterpretations(
  db: Transaction,
  query: { workspaceId: string; memberIds: string[]; from: CalendarDay },
): Promise<Interpretation[]> {
  const rows = await db.interpretation.findMany({
    where: {
      workspaceId: query.workspaceId,
      memberId: { in: query.memberIds },
      periodOn: { gte: toDatabaseDate(query.from) },
    },
    select: { memberId: true, metricKey: true, periodOn: true, meaning: true, context: true, recordedAt: true },
    orderBy: [{ periodOn: 'asc' }, { recordedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ periodOn, ...row }) => ({ ...row, periodOn: fromDatabaseDate(periodOn) }));
}

export async function insertInterpretation(
  db: Transaction,
  { workspaceId, periodOn, ...row }: Interpretation & { workspaceId: string },
): Promise<void> {
  await db.interpretation.create({ data: { workspaceId, periodOn: toDatabaseDate(periodOn), ...row } });
}

/** The occurrences of the messages that told of signals of this member, to them and to their managers. */
export async function findTellingsOf(
  db: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<string[]> {
  const rows = await db.toldSignal.findMany({
    where: { workspaceId, memberId },
    distinct: ['toldToId', 'toldAt'],
    select: { toldToId: true, toldAt: true },
  });
  return rows.flatMap(({ toldToId, toldAt }) => [
    momentOccurrence(toldToId, toldAt),
    momentOccurrence(memberId, toldAt),
  ]);
}
