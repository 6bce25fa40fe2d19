import type { FindMessagesShowing } from '../observations/refresh-shown-numbers.ts';
import { momentOccurrence } from '../people/moment-occurrence.ts';
import { SIGNALS_TO_MEMBER } from './delivery-names.ts';
import { findTellings } from './telling-store.ts';

/** What members were told of their own numbers. */
export const findSignalsShowing: FindMessagesShowing = async (db, query) =>
  (await findTellings(db, query)).map(({ memberId, toldAt }) => ({
    kind: SIGNALS_TO_MEMBER,
    occurrence: momentOccurrence(memberId, toldAt),
  }));

/** The messages by which managers were told of numbers: the manager's moment names each. */
export async function findManagersTold(...asks: Parameters<FindMessagesShowing>): Promise<string[]> {
  return (await findTellings(...asks)).map(({ toldToId, toldAt }) => momentOccurrence(toldToId, toldAt));
}
