import type { Transaction } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { readableMonth } from './feedback-words-view.ts';
import { findFeedback } from './store.ts';
import { asSeenBy, type SeenFeedback } from './who-reads.ts';

/** One piece of feedback as one reader may see it; undefined, not at all. */
export async function loadOneFeedback(
  db: Transaction,
  which: { workspaceId: string; readerId: string; feedbackId: string; now: Date },
): Promise<SeenFeedback | undefined> {
  const { workspaceId, readerId, feedbackId, now } = which;
  const feedback = await findFeedback(db, workspaceId, feedbackId);
  if (!feedback) return undefined;
  return asSeenBy(feedback, { reader: await loadStanding(db, { workspaceId, actorId: readerId, now }), now });
}

/** In a few words that name nobody. */
export function describeFeedback(seen: SeenFeedback): string {
  const what = seen.is === 'hidden' ? 'feedback' : seen.words.kind === 'strength' ? 'a strength' : 'a gap';
  return `${what} that a colleague saw, ${readableMonth(seen.month)}`;
}
