import type { Transaction } from '../../platform/storage/database.ts';
import { recordDefinition } from '../metrics/record-definition.ts';
import { recordImpactMap } from '../metrics/record-impact-map.ts';
import { writeChanges } from './changes-store.ts';
import type { Configuration } from './configuration.ts';
import type { ConfigurationChange } from './configuration-changes.ts';

/** Makes these changes; what they lead to is read from `wanted`. */
export async function recordChanges(
  transaction: Transaction,
  writing: { workspaceId: string; changes: ConfigurationChange[]; wanted: Configuration; now: Date },
): Promise<void> {
  const { workspaceId, changes, wanted, now } = writing;
  const becoming = changes.filter(({ action }) => action !== 'retire');
  const keysOf = (noun: string) => becoming.filter((change) => change.noun === noun).map(({ key }) => key);
  // What is pointed at comes before what points at it: metrics, then all the rest, then what hangs on roles. By key, so
  // that two who write at once do not block each other.
  for (const key of keysOf('metric').sort()) {
    const metric = wanted.metrics.find((one) => one.key === key);
    if (!metric) throw new Error(`The metric ${key} changes and is not wanted.`);
    await recordDefinition(transaction, {
      workspaceId,
      key,
      meaning: metric,
      byId: null,
      reason: metric.changeReason,
      now,
    });
  }
  await writeChanges(transaction, writing);
  for (const roleKey of keysOf('role').sort()) {
    const rows = wanted.roles.find(({ key }) => key === roleKey)?.impactMap ?? [];
    await recordImpactMap(transaction, { workspaceId, roleKey, rows });
  }
}
