import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { lockFeedback, saveStepDone } from './store.ts';
import { asSeenBy } from './who-reads.ts';

/** The person, or their manager, says that a step or opportunity was taken; pressed again, that it was not. */
export async function recordStepDone(
  db: Database,
  which: { workspaceId: string; memberId: string; feedbackId: string; now: Date },
): Promise<{ outcome: 'done' | 'not-done' | 'gone' }> {
  const { workspaceId, memberId, feedbackId, now } = which;
  const reader = await loadStanding(db, { workspaceId, actorId: memberId, now });
  return db.$transaction(async (transaction) => {
    const feedback = await lockFeedback(transaction, workspaceId, feedbackId);
    const isTheirs = feedback && may(reader, 'see-peer-feedback', { memberId: feedback.subjectId });
    const seen = isTheirs ? asSeenBy(feedback, { reader, now }) : undefined;
    if (seen?.is !== 'words' || !feedback) return { outcome: 'gone' };
    await saveStepDone(transaction, feedbackId, feedback.stepDoneAt ? null : now);
    return { outcome: feedback.stepDoneAt ? 'not-done' : 'done' };
  });
}
