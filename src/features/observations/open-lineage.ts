import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { loadDefinitions, loadDefinitionsInUse } from '../metrics/load-definition.ts';
import { loadMetricsOfMembers } from '../metrics/load-metrics-of-members.ts';
import { type LineageAsked, type LineageShown, lineageView } from './lineage-view.ts';
import { loadLineage } from './load-lineage.ts';
import { findObservedKeys } from './store.ts';

/** The way from a number back to its observations, for those who may see it. Each look at somebody else's is on record. */
export async function openLineage(
  db: Database,
  asks: { workspaceId: string; actorId: string; asked: LineageAsked; now: Date },
): Promise<ModalView> {
  const { workspaceId, actorId, asked, now } = asks;
  const { memberId } = asked;
  const standing = await loadStanding(db, { workspaceId, actorId, now });
  const maySee = (metricKey: string) => may(standing, 'see-numbers', { memberId, metricKey });
  const keys = await findKeys();
  const visible = keys.filter(maySee);
  const offered = await loadDefinitions(db, workspaceId, visible);
  const metricKey = asked.metricKey ?? visible[0] ?? null;
  const shown = await show();
  return lineageView({ ...asked, metricKey }, offered, shown);

  /** Every metric that is asked of the member or was ever observed of them. */
  async function findKeys(): Promise<string[]> {
    const asked = (await loadMetricsOfMembers(db, workspaceId, [memberId])).get(memberId) ?? [];
    const observed = await findObservedKeys(db, workspaceId, memberId);
    return [...new Set([...asked.map(({ key }) => key), ...observed])].sort();
  }

  async function show(): Promise<LineageShown> {
    if (metricKey === null) {
      const isOpen = (await loadDefinitionsInUse(db, workspaceId)).some(({ key }) => maySee(key));
      return { outcome: isOpen ? 'no-metric' : 'not-allowed' };
    }
    if (!maySee(metricKey)) return { outcome: 'not-allowed' };
    const day = asked.day === null ? {} : { day: asked.day as CalendarDay };
    const loaded = await loadLineage(db, { workspaceId, memberId, metricKey, ...day });
    if (loaded.outcome === 'unknown-metric') return { outcome: 'no-metric' };
    const look = { subjectId: memberId, parts: ['numbers' as const], metricKeys: [metricKey] };
    await recordLooks(db, { workspaceId, actorId, at: [look], surface: 'lineage', now });
    return loaded;
  }
}
