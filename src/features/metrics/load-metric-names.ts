import type { Transaction } from '../../platform/storage/database.ts';
import type { MetricName } from './metric-name.ts';
import { findMetricNames } from './name-store.ts';

/** Every metric in force, by name, for forms in which one is chosen. */
export function loadMetricNames(db: Transaction, workspaceId: string): Promise<MetricName[]> {
  return findMetricNames(db, workspaceId);
}
