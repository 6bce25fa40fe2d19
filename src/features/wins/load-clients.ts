import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { findClientNames } from './choice-store.ts';

/** The clients of wins that this member may read (who-may-read.ts), latest first. */
export async function loadClients(
  db: Database,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<string[]> {
  const reader = await loadStanding(db, { workspaceId, actorId: memberId, now });
  const known = [memberId, ...reader.managerOf.keys()];
  const memberIds = known.filter((id) => may(reader, 'see-guarded-wins', { memberId: id }));
  return findClientNames(db, { workspaceId, memberIds: [...new Set(memberIds)] });
}
