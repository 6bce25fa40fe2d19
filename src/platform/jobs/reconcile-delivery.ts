import type { Delivery } from '../storage/client/client.ts';
import { backOff, MOST_ATTEMPTS } from './back-off.ts';
import { pauseMethod } from './ledger/limits.ts';
import { leaveInDoubt, putBack, recordDead, recordSent } from './ledger/settle.ts';
import { secondsAfter } from './moments.ts';
import type { SendingContext } from './send-delivery.ts';

/** Slack's and our own clock may disagree by a little. */
const CLOCK_TOLERANCE_MILLISECONDS = 5 * 60_000;

/**
 * Settles a delivery whose worker died, or never heard Slack's answer: the message is looked for by its key before
 * anything is sent again. Where Slack does not let us look, it is rather sent once too few: an administrator sees it.
 */
export async function reconcileDelivery(context: SendingContext, delivery: Delivery): Promise<void> {
  const { db, messenger, now } = context;
  const { workspaceId, channelId, claimedAt, threadTs } = delivery;
  if (delivery.status === 'refreshing' || channelId === null || claimedAt === null) {
    // An update may be repeated, and without a channel nothing was ever posted.
    await putBack(db, delivery, { from: now, reason: 'its worker stopped', countsAsAttempt: true });
    return;
  }
  const found = await messenger.findByKey({
    channel: channelId,
    key: delivery.id,
    since: new Date(claimedAt.getTime() - CLOCK_TOLERANCE_MILLISECONDS),
    ...(threadTs === null ? {} : { threadTs }),
  });
  if (found.found === true) {
    await recordSent(db, delivery, { channel: channelId, ts: found.ts, shownHash: null }, now);
  } else if (found.found === false) {
    await putBack(db, delivery, { from: backOff(now, delivery), reason: 'not in Slack', countsAsAttempt: true });
  } else {
    const reason = `may or may not have been sent; Slack could not be asked: ${found.reason}`;
    if (found.retryAfterSeconds !== undefined) {
      const method = threadTs === null ? 'conversations.history' : 'conversations.replies';
      context.onRateLimited(method);
      await pauseMethod(db, { workspaceId, method, until: secondsAfter(now, Math.max(1, found.retryAfterSeconds)) });
      await leaveInDoubt(db, delivery, { reason, countsAsAttempt: false });
    } else if (delivery.attempts < MOST_ATTEMPTS) {
      await leaveInDoubt(db, delivery, { reason });
    } else {
      await recordDead(db, delivery, { reason, inDoubt: true });
    }
  }
}
