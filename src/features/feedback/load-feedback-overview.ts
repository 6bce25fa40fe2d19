import type { Database } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { findToday } from '../people/find-today.ts';
import type { Feedback } from './feedback.ts';
import { type FeedbackRequest, isOpen, type RequestState, stateForAsker } from './feedback-request.ts';
import { loadFeedbackRecord } from './load-feedback-record.ts';
import { findRequests } from './request-store.ts';
import { findFeedbackBy } from './store.ts';
import type { SeenFeedback } from './who-reads.ts';

export interface FeedbackOverview {
  /** What still waits for an answer of theirs. */
  toAnswer: FeedbackRequest[];
  /** The latest last, of the last twelve months. */
  got: SeenFeedback[];
  /** Newest first, what was taken back left out. */
  given: Feedback[];
  /** Newest first, each with what they learn of it. */
  asked: { request: FeedbackRequest; state: RequestState }[];
  /** Their manager asked others about them. */
  askedAbout: Pick<FeedbackRequest, 'askedById' | 'about' | 'answerBy'>[];
  today: CalendarDay;
}

/** What somebody gave, got, asked and was asked for. All of it is their own. */
export async function loadFeedbackOverview(
  db: Database,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<FeedbackOverview> {
  const today = await findToday(db, { workspaceId, memberId, now });
  const [record, given, askedOf, asked, about] = await Promise.all([
    loadFeedbackRecord(db, { workspaceId, readerId: memberId, subjectIds: [memberId], now }),
    findFeedbackBy(db, workspaceId, memberId),
    findRequests(db, workspaceId, { askedId: memberId, from: today }),
    findRequests(db, workspaceId, { askedById: memberId }),
    findRequests(db, workspaceId, { subjectId: memberId, from: today }),
  ]);
  const byOthers = about.filter(({ askedById }) => askedById !== memberId);
  return {
    toAnswer: askedOf.filter(isOpen),
    got: record.seen,
    given: given.filter(({ withdrawnAt }) => !withdrawnAt),
    asked: asked.map((request) => ({ request, state: stateForAsker(request, today) })),
    // One line for each thing that is asked about, not for each who is asked: that would tell how many are.
    askedAbout: [...new Map(byOthers.map((one) => [`${one.askedById} ${one.about}`, one])).values()],
    today,
  };
}
