import type { Transaction } from '../../platform/storage/database.ts';
import type { MetricName } from './metric-name.ts';

/** Those in force, by name. */
export async function findMetricNames(db: Transaction, workspaceId: string): Promise<MetricName[]> {
  const rows = await db.metric.findMany({
    where: { workspaceId, retiredAt: null },
    include: { definitions: { orderBy: { version: 'desc' }, take: 1, select: { name: true } } },
  });
  return rows
    .flatMap(({ key, definitions }) => definitions.map(({ name }) => ({ key, name })))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.key < other.key ? -1 : 1));
}
