import type { Transaction } from '../../platform/storage/database.ts';
import { findOptOuts } from './opt-out-store.ts';

/** A cadence that a member does not want to be asked by. */
export interface OptOut {
  memberId: string;
  cadenceKey: string;
  cadenceName: string;
  reason: string | null;
  optedOutAt: Date;
}

/** What each of these members does not want to be asked; nothing for those who answer everything. */
export async function loadOptOuts(
  db: Transaction,
  { workspaceId, memberIds }: { workspaceId: string; memberIds: string[] },
): Promise<Map<string, OptOut[]>> {
  return Map.groupBy(await findOptOuts(db, workspaceId, memberIds), ({ memberId }) => memberId);
}
