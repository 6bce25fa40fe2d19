import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { freezeCheckIns } from '../check-ins/freeze-check-ins.ts';
import { freezeFeedback } from '../feedback/freeze-feedback.ts';
import { loadManagers } from '../people/load-managers.ts';
import { loadPeople } from '../people/load-people.ts';
import { reviewDigestAt } from './digest-time.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { findReviewsToFreeze, insertPacket } from './store.ts';

/** No evidence is frozen earlier than this before its review. */
const MOST_DAYS_BEFORE = 90;
/** So many in one transaction; the next minute goes on. */
const MOST_AT_ONCE = 100;

/** Freezes the evidence of the reviews whose digest is due. */
export async function freezeEvidence(
  transaction: Transaction,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<void> {
  // A day of slack on both ends: today is not the same day everywhere.
  const span = { from: plusDays(dayOf(now, 'UTC'), -1), to: plusDays(dayOf(now, 'UTC'), MOST_DAYS_BEFORE + 1) };
  const reviews = await findReviewsToFreeze(transaction, workspaceId, span);
  if (reviews.length === 0) return;
  const managerOf = await loadManagers(transaction, workspaceId);
  const zoneOf = new Map((await loadPeople(transaction, workspaceId)).map(({ id, timeZone }) => [id, timeZone]));
  const due = reviews.filter((review) => {
    const managerTimeZone = zoneOf.get(managerOf(review.memberId) ?? '') ?? null;
    return reviewDigestAt({ ...review, managerTimeZone }) <= now && dayOf(now, review.timeZone) <= review.reviewOn;
  });
  for (const review of due.slice(0, MOST_AT_ONCE)) {
    const to = dayOf(now, review.timeZone);
    const { id: reviewId, reviewOn, memberId, evidenceFrom: from } = review;
    const feedback = await freezeFeedback(transaction, { workspaceId, memberId, from, to, reviewOn, now });
    const evidence = await gatherEvidence(transaction, { workspaceId, review, feedback, to, plansOn: to, now });
    await insertPacket(transaction, { workspaceId, reviewId, reviewOn, evidence, frozenAt: now });
    await freezeCheckIns(transaction, { workspaceId, memberId, from, to, reviewOn, now });
  }
}
