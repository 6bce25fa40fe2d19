import type { Transaction } from '../../platform/storage/database.ts';
import type { ImpactRow } from './impact-map.ts';
import { holdRole, replaceRows } from './impact-map-store.ts';

/** Puts a role's map in force: these rows and no others, in this order. */
export async function recordImpactMap(
  transaction: Transaction,
  input: { workspaceId: string; roleKey: string; rows: ImpactRow[] },
): Promise<void> {
  await holdRole(transaction, input.workspaceId, input.roleKey);
  await replaceRows(transaction, input);
}
