import type { Transaction } from '../../platform/storage/database.ts';
import type { ManagerOf } from './management.ts';
import { findManagers } from './store.ts';

/** Who reports to whom, through managers who left as well: those above them do not lose sight of the people below. */
export function loadManagement(db: Transaction, workspaceId: string): Promise<ManagerOf> {
  return findManagers(db, workspaceId);
}
