import type { DeliveryKind, PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { reviewDigestMessage } from './digest-message.ts';
import { reviewDigestAt } from './digest-time.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { findPacket, findReviewsWithoutPacket, insertPacket } from './store.ts';

/** No digest goes out earlier than this before its review. */
const MOST_DAYS_BEFORE = 90;

/**
 * Before each formal review the same evidence goes to both sides at once. It is frozen when it falls due, so that what is
 * reported in the meantime cannot make the two read different things. Late by us: sent up to the day of the review.
 */
export const reviewDigest: DeliveryKind = {
  name: 'review-digest',
  describes: 'the evidence before each formal review, to the member and their manager at the same time',
  async plan(transaction, workspaceId, now) {
    const planned: PlannedDelivery[] = [];
    // A day of slack on both ends: today is not the same day everywhere.
    const span = { from: plusDays(dayOf(now, 'UTC'), -1), to: plusDays(dayOf(now, 'UTC'), MOST_DAYS_BEFORE + 1) };
    for (const review of await findReviewsWithoutPacket(transaction, workspaceId, span)) {
      const dueAt = reviewDigestAt(review);
      const today = dayOf(now, review.timeZone);
      if (dueAt > now || today > review.reviewOn) continue;
      const evidence = await gatherEvidence(transaction, { workspaceId, review, to: today, now });
      await insertPacket(transaction, { workspaceId, reviewId: review.id, evidence, frozenAt: now });
      const readers = review.managerId === null ? [review.memberId] : [review.memberId, review.managerId];
      planned.push(...readers.map((recipient) => ({ recipient, occurrence: review.id, dueAt })));
    }
    return planned;
  },
  async compose(db, delivery) {
    const evidence = await findPacket(db, delivery.workspaceId, delivery.occurrence);
    if (!evidence) return { outcome: 'skip', reason: 'the review was removed' };
    return { outcome: 'message', message: reviewDigestMessage(evidence, delivery.recipient) };
  },
};
