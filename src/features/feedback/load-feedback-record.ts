import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf, plusMonths } from '../../platform/time/calendar-day.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { type FeedbackTrends, trendsOf } from './feedback-trends.ts';
import { inReadingOrder } from './reading-order.ts';
import { findFeedbackAbout } from './store.ts';
import { asSeenBy, isSince, type SeenFeedback } from './who-reads.ts';

const LOOK_BACK_MONTHS = 12;

export interface FeedbackRecord {
  seen: SeenFeedback[];
  trends: FeedbackTrends;
  /** The first day that it looks back to. */
  from: CalendarDay;
}

/** The feedback since `from`, or of the last twelve months, about these members, as one reader may learn of it, and what it comes to. */
export async function loadFeedbackRecord(
  db: Transaction,
  query: { workspaceId: string; readerId: string; subjectIds: string[]; from?: CalendarDay; now: Date },
): Promise<FeedbackRecord> {
  const { workspaceId, readerId, subjectIds, now } = query;
  const to = dayOf(now, 'UTC');
  const from = query.from ?? plusMonths(to, -LOOK_BACK_MONTHS);
  const reader = await loadStanding(db, { workspaceId, actorId: readerId, now });
  const about = await findFeedbackAbout(db, { workspaceId, subjectIds, from, to });
  const read = about
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .flatMap((feedback) => {
      const seen = asSeenBy(feedback, { reader, now });
      return seen && isSince(seen, from) ? [{ feedback, seen }] : [];
    });
  const unnamed = read.filter(({ seen }) => seen.is === 'words' && seen.authorId === null);
  const seen = inReadingOrder(read.map((one) => one.seen));
  const authors = new Set(unnamed.map(({ feedback }) => feedback.authorId)).size;
  return { seen, trends: trendsOf(seen, authors), from };
}
