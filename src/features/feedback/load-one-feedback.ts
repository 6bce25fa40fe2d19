import type { Transaction } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { readableMonth } from './feedback-words-view.ts';
import { findFeedback, findFeedbackByIds } from './store.ts';
import { asSeenBy, type Reader, type SeenFeedback } from './who-reads.ts';

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

/** Several at once, by id; those that the reader may not see are not among them. */
export async function loadFeedbackByIds(
  db: Transaction,
  { workspaceId, ids, ...reader }: { workspaceId: string; ids: string[] } & Pick<Reader, 'reader' | 'now'>,
): Promise<Map<string, SeenFeedback>> {
  if (ids.length === 0) return new Map();
  const all = await findFeedbackByIds(db, workspaceId, ids);
  return new Map(
    all.flatMap((feedback) => {
      const seen = asSeenBy(feedback, reader);
      return seen ? [[feedback.id, seen] as const] : [];
    }),
  );
}

/** In a few words that name nobody. */
export function describeFeedback(seen: SeenFeedback): string {
  const what = seen.is === 'hidden' ? 'feedback' : seen.words.kind === 'strength' ? 'a strength' : 'a gap';
  return `${what} that a colleague saw, ${readableMonth(seen.month)}`;
}
