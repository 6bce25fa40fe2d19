import { readQueue } from '../../platform/jobs/ledger/queue.ts';
import type { Messenger } from '../../platform/slack/messenger.ts';
import type { Database } from '../../platform/storage/database.ts';
import { openConversation } from './find-address.ts';
import { claimOpening, findUnopened } from './store.ts';

/** Slack allows fifty a minute; the others stay free for whoever must be written to at once. */
const MOST_A_MINUTE = 30;
const CLAIM_MILLISECONDS = 55_000;

/**
 * Opens conversations with members of teams before there is anything to say to them: at the moment of their first
 * prompt, ten thousand would take hours. Each minute in which nothing waits to be sent, one copy opens some. Returns how
 * many.
 */
export async function openConversations(
  db: Database,
  { workspaceId, messenger, now }: { workspaceId: string; messenger: Messenger; now: Date },
): Promise<number> {
  const unopened = await findUnopened(db, workspaceId, { now, most: MOST_A_MINUTE });
  if (unopened.length === 0 || (await readQueue(db, workspaceId, now)).waiting > 0) return 0;
  const since = new Date(now.getTime() - CLAIM_MILLISECONDS);
  if (!(await claimOpening(db, workspaceId, { now, since }))) return 0;
  let count = 0;
  for (const memberId of unopened) {
    const opened = await openConversation(db, messenger, { workspaceId, memberId });
    if (opened.ok) count += 1;
    // Somebody who cannot be written to; the next may be.
    else if (opened.kind !== 'refused') break;
  }
  return count;
}
