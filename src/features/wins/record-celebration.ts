import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Database } from '../../platform/storage/database.ts';
import { identifyPeople } from '../people/identify-people.ts';
import { deleteReaction, findDigestIn, saveReaction } from './celebration-store.ts';
import { WIN_DIGEST } from './delivery-names.ts';

/** Somebody reacted to a message, or took a reaction back: where it is a digest, it says how many celebrate. */
export async function recordCelebration(
  db: Database,
  reaction: {
    workspaceId: string;
    memberId: string;
    channelId: string;
    messageTs: string;
    reaction: string;
    isAdded: boolean;
    now: Date;
  },
): Promise<void> {
  const { workspaceId, memberId, channelId, messageTs, isAdded, now } = reaction;
  const digest = await findDigestIn(db, { workspaceId, kind: WIN_DIGEST, channelId, messageTs });
  if (!digest) return;
  const [who] = (await identifyPeople(db, { workspaceId, references: [memberId] })).values();
  if (who?.status !== 'member') return;
  const row = { workspaceId, deliveryId: digest.id, memberId, reaction: reaction.reaction };
  await db.$transaction(async (transaction) => {
    if (isAdded) await saveReaction(transaction, row, now);
    else await deleteReaction(transaction, row);
    await refreshDeliveries(transaction, { workspaceId, kind: WIN_DIGEST, occurrence: digest.occurrence }, now);
  });
}
