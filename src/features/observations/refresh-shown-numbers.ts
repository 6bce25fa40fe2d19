import { type DeliveryName, refreshPosted } from '../../platform/jobs/ledger.ts';
import type { Database, Transaction } from '../../platform/storage/database.ts';
import type { ChangedNumber } from './changed-number.ts';
import { takeChangedNumbers } from './changed-numbers-store.ts';

/** What the database says to every copy when a number that may be shown somewhere is wrong there now. */
export const NUMBERS_CHANGED = 'numbers';

/** Names the messages of a feature that may show any of these numbers; none that were sent before `since` need be named. */
export type FindMessagesShowing = (
  db: Transaction,
  query: { workspaceId: string; changed: ChangedNumber[]; since: Date; now: Date },
) => Promise<DeliveryName[]>;

/** What was told longer ago stays as it was read. */
const LONGEST_TRUE_MILLISECONDS = 28 * 24 * 3_600_000;
const MOST_AT_ONCE = 5000;

/**
 * Has every posted message that shows a number which changed composed again. Whatever a person corrects or doubts is taken up
 * at once; new values, and those that programs send, once a minute, so that a thousand of them are one update.
 */
export async function refreshShownNumbers(
  db: Database,
  asks: { workspaceId: string; shownIn: readonly FindMessagesShowing[]; isUrgent: boolean; now: Date },
): Promise<void> {
  const { workspaceId, shownIn, isUrgent, now } = asks;
  const since = new Date(now.getTime() - LONGEST_TRUE_MILLISECONDS);
  const takeSome = (transaction: Transaction) =>
    takeChangedNumbers(transaction, { workspaceId, isUrgent, most: MOST_AT_ONCE });
  for (let taken = MOST_AT_ONCE; taken === MOST_AT_ONCE; ) {
    taken = await db.$transaction(async (transaction) => {
      const changed = await takeSome(transaction);
      if (changed.length === 0) return 0;
      for (const find of shownIn) {
        const names = await find(transaction, { workspaceId, changed, since, now });
        await refreshPosted(transaction, { workspaceId, names, since }, now);
      }
      return changed.length;
    }, LONG_TRANSACTION);
  }
}

const LONG_TRANSACTION = { timeout: 60_000 };
