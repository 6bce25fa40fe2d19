import type { Transaction } from '../../platform/storage/database.ts';
import { type ManagerOf, managersAbove } from './management.ts';
import { findManagers, findManagersAbove, findManagersBelow } from './store.ts';

/** Who reports to whom, through managers who left as well: those above them do not lose sight of the people below. */
export function loadManagement(db: Transaction, workspaceId: string): Promise<ManagerOf> {
  return findManagers(db, workspaceId);
}

/** The same of the people below one member alone: all that tells whom they manage. */
export function loadManagementBelow(
  db: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<ManagerOf> {
  return findManagersBelow(db, workspaceId, memberId);
}

/** Ids of the managers above one member, the nearest first, those who left as well. */
export async function loadManagersAbove(
  db: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<string[]> {
  return managersAbove(await findManagersAbove(db, workspaceId, memberId), memberId);
}
