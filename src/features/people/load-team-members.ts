import type { Transaction } from '../../platform/storage/database.ts';
import { findTeamMembers } from './store.ts';

/** Ids of the people on a team, as it is now. */
export function loadTeamMembers(
  db: Transaction,
  { workspaceId, teamKey }: { workspaceId: string; teamKey: string },
): Promise<string[]> {
  return findTeamMembers(db, workspaceId, teamKey);
}
