import type { Database } from '../../platform/storage/database.ts';
import { dayOf, plusDays, plusMonths } from '../../platform/time/calendar-day.ts';
import { loadFeedbackRecord } from '../feedback/load-feedback-record.ts';
import { asOwn } from '../feedback/packet-feedback.ts';
import type { Evidence } from './evidence.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { findNextReview } from './store.ts';

/** What was answered early stands under the day it was early for. */
const LOOK_AHEAD_DAYS = 100;

/** Everything on record about one member since their next review begins to look; without a review, of the last year. */
export async function loadOwnRecord(
  db: Database,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<Evidence> {
  const today = dayOf(now, 'UTC');
  const next = await findNextReview(db, workspaceId, memberId, today);
  const review = {
    memberId,
    cycleName: next?.cycleName ?? 'your next review',
    reviewOn: next?.reviewOn ?? today,
    evidenceFrom: next && next.evidenceFrom < today ? next.evidenceFrom : plusMonths(today, -12),
  };
  const to = plusDays(today, LOOK_AHEAD_DAYS);
  const own = { workspaceId, readerId: memberId, subjectIds: [memberId], from: review.evidenceFrom, now };
  const { seen } = await loadFeedbackRecord(db, own);
  return gatherEvidence(db, { workspaceId, review, feedback: seen.map(asOwn), to, plansOn: today, now });
}
