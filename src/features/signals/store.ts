import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
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
