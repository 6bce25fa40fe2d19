import type { Delivery } from '../storage/client/client.ts';
import { leaveInDoubt, putBack, recordDead, recordSent } from './ledger.ts';
import { backOff, MOST_ATTEMPTS, type SendingContext } from './send-delivery.ts';

/** Slack's and our own clock may disagree by a little. */
const CLOCK_TOLERANCE_MILLISECONDS = 5 * 60_000;

/**
 * Settles a delivery whose worker died, or never heard Slack's answer: the message is looked for by its key before
 * anything is sent again. Where Slack does not let us look, it is rather sent once too few: an administrator sees it.
 */
export async function reconcileDelivery({ db, messenger, now }: SendingContext, delivery: Delivery): Promise<void> {
  if (delivery.status === 'refreshing' || delivery.channelId === null || delivery.claimedAt === null) {
    // An update may be repeated, and without a channel nothing was ever posted.
    await putBack(db, delivery, { from: now, reason: 'its worker stopped', countsAsAttempt: true });
    return;
  }
  const found = await messenger.findByKey({
    channel: delivery.channelId,
    key: delivery.id,
    since: new Date(delivery.claimedAt.getTime() - CLOCK_TOLERANCE_MILLISECONDS),
    ...(delivery.threadTs === null ? {} : { threadTs: delivery.threadTs }),
  });
  if (found.found === true) {
    await recordSent(db, delivery, { channel: delivery.channelId, ts: found.ts }, now);
  } else if (found.found === false) {
    await putBack(db, delivery, { from: backOff(now, delivery), reason: 'not in Slack', countsAsAttempt: true });
  } else if (delivery.attempts < MOST_ATTEMPTS) {
    await leaveInDoubt(db, delivery, `may or may not have been sent; Slack could not be asked: ${found.reason}`);
  } else {
    await recordDead(db, delivery, `may or may not have been sent; Slack could not be asked: ${found.reason}`);
  }
}
