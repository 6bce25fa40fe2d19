import type { DeliveryKind } from '../../platform/jobs/delivery-kind.ts';
import { findBadTime } from '../people/find-bad-time.ts';
import { momentOccurrence, readMoment } from '../people/moment-occurrence.ts';
import { SIGNALS_TO_MEMBER } from './delivery-names.ts';
import { loadToldSignals } from './load-told-signals.ts';
import { findMembersTold } from './telling-store.ts';
import { ownSignalsMessage } from './told-signals-message.ts';

const PLANNED_FOR_MILLISECONDS = 7 * 24 * 3_600_000;
/** Being told can wait for as long as somebody is away. */
const LONGEST_WAIT_MILLISECONDS = 60 * 24 * 3_600_000;

/** Tells each member what their manager hears of their numbers, at the same moment. It stays true: a correction shows. */
export const signalsToMember: DeliveryKind = {
  name: SIGNALS_TO_MEMBER,
  describes: 'what is worth talking about in their numbers, to each member when their manager hears of it',
  lateness: 'sent, when they are back if they are away',
  waitsForPeople: true,
  async plan(transaction, workspaceId, now) {
    const since = new Date(now.getTime() - PLANNED_FOR_MILLISECONDS);
    const told = await findMembersTold(transaction, { workspaceId, since });
    return told.map(({ memberId, toldAt }) => ({
      recipient: memberId,
      occurrence: momentOccurrence(memberId, toldAt),
      dueAt: toldAt,
    }));
  },
  async compose(db, { workspaceId, recipient: memberId, occurrence, messageTs }, now) {
    const toldAt = readMoment(occurrence);
    if (!toldAt) return { outcome: 'skip', reason: 'it is about no moment' };
    const signals = await loadToldSignals(db, { workspaceId, memberId, toldAt, now });
    if (messageTs === null) {
      if (signals.every(({ read }) => !read)) return { outcome: 'skip', reason: 'corrected meanwhile' };
      const until = new Date(now.getTime() + LONGEST_WAIT_MILLISECONDS);
      const badTime = await findBadTime(db, { workspaceId, memberId, until }, now);
      if (badTime) return badTime;
    }
    return { outcome: 'message', message: ownSignalsMessage(signals) };
  },
};
