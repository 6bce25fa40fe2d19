import type { Transaction } from '../../platform/storage/database.ts';
import { findDndUntil } from './dnd-store.ts';

/** Whoever switches it off within that time waits a little longer; whoever is not read any more is not waited for. */
const TRUSTED_MILLISECONDS = 5 * 60_000;

/** When this member may be disturbed again, if Slack said lately that they may not be now. */
export async function loadDndUntil(
  db: Transaction,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<Date | undefined> {
  const readSince = new Date(now.getTime() - TRUSTED_MILLISECONDS);
  const until = await findDndUntil(db, { workspaceId, memberId, readSince });
  return until && until > now ? until : undefined;
}
