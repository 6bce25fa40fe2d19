import type { Transaction } from '../../platform/storage/database.ts';
import { findActor } from './store.ts';

/** The executive sponsors whom the workspace file names, as far as one known member's workspace goes. */
export async function loadSponsors(
  db: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<string[]> {
  return (await findActor(db, workspaceId, memberId))?.sponsorIds ?? [];
}
