import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { loadDefinitions } from '../metrics/load-definition.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import { findObserved } from './lineage-store.ts';

export type LineageLoaded =
  | { outcome: 'lineage'; lineage: Lineage }
  /** Nothing was ever observed of it. */
  | { outcome: 'no-value'; name: string }
  | { outcome: 'unknown-metric' };

/** From a number back to every observation. Who may see it is the caller's to ask. */
export async function loadLineage(
  db: Transaction,
  asks: { workspaceId: string; memberId: string; metricKey: string; day?: CalendarDay },
): Promise<LineageLoaded> {
  const { workspaceId, memberId, metricKey, day } = asks;
  const [metric] = await loadDefinitions(db, workspaceId, [metricKey]);
  if (!metric) return { outcome: 'unknown-metric' };
  const lineage = lineageOf(await findObserved(db, asks), { memberId, metric, day });
  return lineage ? { outcome: 'lineage', lineage } : { outcome: 'no-value', name: metric.name };
}
