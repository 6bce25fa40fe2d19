import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import type { PacketFeedback } from './packet-feedback.ts';
import { inReadingOrder } from './reading-order.ts';
import { findFeedbackAbout, lockFeedbackAbout, saveFrozen } from './store.ts';
import { asSeenBy, isSince, wholly } from './who-reads.ts';

/**
 * The feedback about one member for a packet, as each side reads it, in the order in which the member does: their manager
 * gets names, and no order that the member lacks. From now on it cannot be edited or taken back.
 */
export async function freezeFeedback(
  transaction: Transaction,
  freeze: {
    workspaceId: string;
    memberId: string;
    from: CalendarDay;
    to: CalendarDay;
    reviewOn: CalendarDay;
    now: Date;
  },
): Promise<PacketFeedback[]> {
  const { workspaceId, memberId, from, reviewOn, now } = freeze;
  const which = { ...freeze, subjectIds: [memberId] };
  await lockFeedbackAbout(transaction, which);
  const all = (await findFeedbackAbout(transaction, which)).filter(({ withdrawnAt }) => !withdrawnAt);
  const reader = await loadStanding(transaction, { workspaceId, actorId: memberId, now });
  const held = all.flatMap((feedback) => {
    const member = asSeenBy(feedback, { reader, now, forPacket: true });
    return member && isSince(member, from) ? [{ id: feedback.id, sides: { member, manager: wholly(feedback) } }] : [];
  });
  await saveFrozen(
    transaction,
    held.map(({ id }) => id),
    reviewOn,
  );
  const order = inReadingOrder(held.map(({ sides }) => sides.member));
  return order.flatMap((seen) => held.find(({ sides }) => sides.member === seen)?.sides ?? []);
}
