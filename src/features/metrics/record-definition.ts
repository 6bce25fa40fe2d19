import type { Transaction } from '../../platform/storage/database.ts';
import { definitionChanges } from './definition-fields.ts';
import { findVersions, holdMetric, insertDefinition } from './definition-store.ts';
import type { MetricMeaning } from './metric.ts';

export interface NewDefinition {
  workspaceId: string;
  key: string;
  meaning: MetricMeaning;
  /** Null, the workspace file. */
  byId: string | null;
  reason: string | null;
  now: Date;
  /** The version that whoever changes it had before them. */
  after?: number;
}

export type DefinitionRecorded =
  | { outcome: 'defined'; version: number }
  /** It says what the version in force says; a metric that comes back unchanged has no new one. */
  | { outcome: 'unchanged'; version: number }
  /** Somebody was faster. */
  | { outcome: 'changed-meanwhile' };

/** A change makes a new version; values keep the one that they were given under. */
export async function recordDefinition(
  transaction: Transaction,
  { workspaceId, key, meaning, byId, reason, now, after }: NewDefinition,
): Promise<DefinitionRecorded> {
  await holdMetric(transaction, workspaceId, key);
  const [latest] = await findVersions(transaction, workspaceId, key);
  if (after !== undefined && latest?.metric.version !== after) return { outcome: 'changed-meanwhile' };
  if (latest && definitionChanges(latest.metric, meaning).length === 0) {
    return { outcome: 'unchanged', version: latest.metric.version };
  }
  const version = (latest?.metric.version ?? 0) + 1;
  const how = { definedById: byId, changeReason: reason, definedAt: now };
  await insertDefinition(transaction, { workspaceId, key, version, meaning, ...how });
  return { outcome: 'defined', version };
}
