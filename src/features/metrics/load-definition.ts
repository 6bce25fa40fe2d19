import type { Transaction } from '../../platform/storage/database.ts';
import { type DefinitionVersion, findMetricsInUse, findVersions, isRetired } from './definition-store.ts';
import type { Metric } from './metric.ts';
import { findDefinitions } from './store.ts';

/** A metric with every version of its definition, the one in force first; undefined where there is no such metric. */
export async function loadDefinition(
  db: Transaction,
  { workspaceId, key }: { workspaceId: string; key: string },
): Promise<{ versions: DefinitionVersion[]; isRetired: boolean } | undefined> {
  const versions = await findVersions(db, workspaceId, key);
  return versions.length === 0 ? undefined : { versions, isRetired: await isRetired(db, workspaceId, key) };
}

/** These metrics as they are defined now, retired ones included, by key; those that never were are left out. */
export function loadDefinitions(db: Transaction, workspaceId: string, keys: string[]): Promise<Metric[]> {
  return findDefinitions(db, workspaceId, keys);
}

/** The metrics in use as they are defined now, by key. */
export function loadDefinitionsInUse(db: Transaction, workspaceId: string): Promise<Metric[]> {
  return findMetricsInUse(db, workspaceId);
}
