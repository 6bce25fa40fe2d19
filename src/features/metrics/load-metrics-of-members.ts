import type { Transaction } from '../../platform/storage/database.ts';
import type { Metric } from './metric.ts';
import { findMetricsOfMembers } from './store.ts';

/** The metrics of the role that each member has, in the order in which they are asked. */
export function loadMetricsOfMembers(
  db: Transaction,
  workspaceId: string,
  memberIds: string[],
): Promise<Map<string, Metric[]>> {
  return findMetricsOfMembers(db, workspaceId, memberIds);
}
