import type { Transaction } from '../../platform/storage/database.ts';
import { findMetricsInUse } from './definition-store.ts';
import type { Metric } from './metric.ts';
import { findMetricsOfMembers } from './store.ts';

/**
 * Every metric in use: first those of the member's role, in the order in which they are asked, then the others by name. `asked` are the keys of
 * those of the role.
 */
export async function loadMetricsInUse(
  db: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<{ metrics: Metric[]; asked: string[] }> {
  const ofRole = (await findMetricsOfMembers(db, workspaceId, [memberId])).get(memberId) ?? [];
  const all = await findMetricsInUse(db, workspaceId);
  const others = all.filter(({ key }) => ofRole.every((metric) => metric.key !== key));
  return {
    metrics: [...ofRole, ...others.toSorted((one, other) => one.name.localeCompare(other.name, 'en'))],
    asked: ofRole.map(({ key }) => key),
  };
}
