import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { findNextReview } from './store.ts';

/** The next formal review of a member from `today` on, for other features that show it. */
export function loadNextReview(
  db: Transaction,
  { workspaceId, memberId, today }: { workspaceId: string; memberId: string; today: CalendarDay },
): Promise<{ cycleName: string; reviewOn: CalendarDay } | undefined> {
  return findNextReview(db, workspaceId, memberId, today);
}
