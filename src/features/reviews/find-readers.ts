import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { loadManagers } from '../people/load-managers.ts';
import { type FrozenReview, findFrozenReviews } from './store.ts';

/**
 * Who should have the frozen evidence of a review that still lies ahead, and has no delivery of it: at first both sides,
 * and later whoever became the manager meanwhile.
 */
export async function findReadersWithout(
  db: Transaction,
  query: { workspaceId: string; kind: string; from: CalendarDay },
): Promise<(FrozenReview & { readerId: string })[]> {
  const frozen = await findFrozenReviews(db, query);
  if (frozen.length === 0) return [];
  const managerOf = await loadManagers(db, query.workspaceId);
  return frozen.flatMap((review) => {
    const sides = [review.memberId, managerOf(review.memberId)].filter((id) => id !== undefined);
    return sides.filter((id) => !review.readerIds.includes(id)).map((readerId) => ({ ...review, readerId }));
  });
}
