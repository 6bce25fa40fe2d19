import { z } from 'zod';
import type { Transaction } from '../../platform/storage/database.ts';
import { fromDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Observed } from './lineage.ts';
import { toMeasure } from './stored-definition.ts';

const dimensionsColumn = z.record(z.string(), z.string()).catch({});

/** Everything that was ever observed of one metric of one member, corrected and withdrawn values included, oldest first. */
export async function findObserved(
  db: Transaction,
  { workspaceId, memberId, metricKey }: { workspaceId: string; memberId: string; metricKey: string },
): Promise<Observed[]> {
  const rows = await db.observation.findMany({
    where: { workspaceId, memberId, metricKey },
    include: { definition: true },
    orderBy: [{ periodOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ definition, value, withdrawnAt, withdrawnById, withdrawalReason, ...row }) => ({
    ...toMeasure(definition),
    aggregation: definition.aggregation,
    frequency: definition.frequency,
    needsVerification: definition.needsVerification,
    version: definition.version,
    id: row.id,
    on: fromDatabaseDate(row.periodOn),
    value: value?.toFixed() ?? null,
    state: withdrawnAt === null ? 'reported' : 'withdrawn',
    source: row.source,
    dimensions: dimensionsColumn.parse(row.dimensions),
    recordedById: row.recordedById,
    recordedAt: row.recordedAt,
    note: row.note,
    evidenceUrl: row.evidenceUrl,
    reason: row.reason,
    withdrawn: withdrawnAt && { byId: withdrawnById, at: withdrawnAt, reason: withdrawalReason },
    supersedesId: row.supersedesId,
  }));
}
