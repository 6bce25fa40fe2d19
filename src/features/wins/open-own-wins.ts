import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { loadCelebrating } from './load-celebrated.ts';
import { type OwnWinsAt, ownWinsMessage } from './own-wins-message.ts';
import { findOwnWins } from './store.ts';

/** So long a win that was taken back can be brought back from the list. */
const UNDO_MILLISECONDS = 7 * 24 * 60 * 60_000;

export async function openOwnWins(
  db: Database,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
  at: OwnWinsAt = { page: 0 },
): Promise<Message> {
  const withdrawnSince = new Date(now.getTime() - UNDO_MILLISECONDS);
  const wins = await findOwnWins(db, { workspaceId, memberId, withdrawnSince });
  const celebrating = await loadCelebrating(db, { workspaceId, wins });
  return ownWinsMessage(wins, { memberId, celebrating, at });
}
