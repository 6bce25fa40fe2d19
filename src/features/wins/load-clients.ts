import type { Database } from '../../platform/storage/database.ts';
import { findClientNames } from './choice-store.ts';

/** The clients whose wins this member may know of, latest first. */
export function loadClients(db: Database, who: { workspaceId: string; memberId: string }): Promise<string[]> {
  return findClientNames(db, who);
}
