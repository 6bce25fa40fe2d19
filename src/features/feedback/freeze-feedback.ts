import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import type { PacketFeedback } from './packet-feedback.ts';
import { inReadingOrder } from './reading-order.ts';
import { findFeedbackAbout, lockFeedbackAbout, saveFrozen } from './store.ts';
import { asSeenBy, wholly } from './who-reads.ts';

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
  const { workspaceId, memberId, reviewOn, now } = freeze;
  const which = { ...freeze, subjectIds: [memberId] };
  await lockFeedbackAbout(transaction, which);
  const all = (await findFeedbackAbout(transaction, which)).filter(({ withdrawnAt }) => !withdrawnAt);
  await saveFrozen(
    transaction,
    all.map(({ id }) => id),
    reviewOn,
  );
  const reader = await loadStanding(transaction, { workspaceId, actorId: memberId, now });
  const sides = all.flatMap((feedback) => {
    const member = asSeenBy(feedback, { reader, now, forPacket: true });
    return member ? [{ member, manager: wholly(feedback) }] : [];
  });
  const order = inReadingOrder(sides.map(({ member }) => member));
  return order.flatMap((seen) => sides.find(({ member }) => member === seen) ?? []);
}
