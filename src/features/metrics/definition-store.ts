import type { Transaction } from '../../platform/storage/database.ts';
import type { Metric, MetricMeaning } from './metric.ts';
import { toMetric } from './stored-definition.ts';

/** One version of a definition, and how it came to be. */
export interface DefinitionVersion {
  metric: Metric;
  /** Null, the workspace file. */
  definedById: string | null;
  definedAt: Date;
  changeReason: string | null;
}

/** Every version of a metric's definition, the one in force first; none where there is no such metric. */
export async function findVersions(db: Transaction, workspaceId: string, key: string): Promise<DefinitionVersion[]> {
  const rows = await db.metricDefinition.findMany({
    where: { workspaceId, metricKey: key },
    orderBy: { version: 'desc' },
  });
  return rows.map((row) => {
    const { definedById, definedAt, changeReason } = row;
    return { metric: toMetric(row), definedById, definedAt, changeReason };
  });
}

/** The metrics in use with their definitions in force, by key. */
export async function findMetricsInUse(db: Transaction, workspaceId: string): Promise<Metric[]> {
  const rows = await db.metric.findMany({
    where: { workspaceId, retiredAt: null },
    include: { definitions: { orderBy: { version: 'desc' }, take: 1 } },
    orderBy: { key: 'asc' },
  });
  return rows.flatMap(({ definitions }) => definitions.map(toMetric));
}

export async function isRetired(db: Transaction, workspaceId: string, key: string): Promise<boolean> {
  const metric = await db.metric.findUnique({ where: { workspaceId_key: { workspaceId, key } } });
  return metric !== null && metric.retiredAt !== null;
}

/** Puts the metric in use, and holds its row: definitions of it are written one after the other. */
export async function holdMetric(db: Transaction, workspaceId: string, key: string): Promise<void> {
  await db.metric.upsert({
    where: { workspaceId_key: { workspaceId, key } },
    create: { workspaceId, key },
    update: { retiredAt: null },
  });
}

export async function insertDefinition(
  db: Transaction,
  row: {
    workspaceId: string;
    key: string;
    version: number;
    meaning: MetricMeaning;
    definedById: string | null;
    changeReason: string | null;
    definedAt: Date;
  },
): Promise<void> {
  const { workspaceId, key: metricKey, version, meaning, definedById, changeReason, definedAt } = row;
  // Named one by one: what else hangs on the object is none of the table's business.
  const { name, unit, format, scaleFrom, scaleTo, direction, timing, source, lens, aggregation, frequency } = meaning;
  const { dueAfterDays, dimensions, dataOwnerId, needsVerification, tolerancePercent } = meaning;
  const { isSpeed, counterMetricKey, leadsToKey, isSalesTarget } = meaning;
  await db.metricDefinition.create({
    data: {
      ...{ workspaceId, metricKey, version, definedById, changeReason, definedAt, meaning: meaning.meaning },
      ...{ name, unit, format, scaleFrom, scaleTo, direction, timing, source, lens, aggregation, frequency },
      ...{ dueAfterDays, dimensions, dataOwnerId, needsVerification, tolerancePercent },
      ...{ isSpeed, counterMetricKey, leadsToKey, isSalesTarget },
    },
  });
}
