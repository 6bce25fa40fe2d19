import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import { toMeasure } from '../metrics/stored-definition.ts';
import type { OwnValue } from './own-value.ts';

interface OwnValuesQuery {
  workspaceId: string;
  memberId: string;
  /** Only this one. */
  id?: string;
  from?: CalendarDay;
  to?: CalendarDay;
  most: number;
}

/** Latest first. What systems sent of the member is not among it. */
export async function findOwnValues(db: Transaction, query: OwnValuesQuery): Promise<OwnValue[]> {
  const { workspaceId, memberId, id, from, to, most } = query;
  const rows = await db.observation.findMany({
    where: {
      workspaceId,
      memberId,
      source: { in: ['check-in', 'progress'] },
      ...(id !== undefined && { id }),
      periodOn: { ...(from && { gte: toDatabaseDate(from) }), ...(to && { lte: toDatabaseDate(to) }) },
      dimensions: { equals: {} },
      withdrawnAt: null,
      supersededBy: null,
    },
    select: {
      id: true,
      metricKey: true,
      periodOn: true,
      value: true,
      definition: { select: { name: true, unit: true, format: true, scaleFrom: true, scaleTo: true } },
    },
    orderBy: [{ periodOn: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return rows.map(({ periodOn, value, definition, ...row }) => ({
    ...row,
    ...toMeasure(definition),
    name: definition.name,
    on: fromDatabaseDate(periodOn),
    value: value?.toFixed() ?? null,
  }));
}

/** One who says something of themselves after the other: a form that was sent twice finds what it said the first time. */
export async function lockOwnValues(transaction: Transaction, workspaceId: string, memberId: string): Promise<void> {
  await transaction.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`own-values/${workspaceId}/${memberId}`}, 0))`;
}
