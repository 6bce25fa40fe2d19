import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Database } from '../../platform/storage/database.ts';
import { FEEDBACK_NEWS } from './delivery-names.ts';
import { refreshRequest } from './refresh-request.ts';
import { lockFeedback, saveWithdrawn } from './store.ts';

/** Its author takes it back: kept, shown to nobody else. What a frozen packet holds stays. */
export async function recordFeedbackWithdrawn(
  db: Database,
  which: { workspaceId: string; authorId: string; feedbackId: string; now: Date },
): Promise<{ outcome: 'withdrawn' | 'gone' | 'frozen' }> {
  const { workspaceId, authorId, feedbackId, now } = which;
  return db.$transaction(async (transaction) => {
    const feedback = await lockFeedback(transaction, workspaceId, feedbackId);
    if (feedback?.authorId !== authorId) return { outcome: 'gone' };
    if (feedback.withdrawnAt) return { outcome: 'withdrawn' };
    if (feedback.frozenFor) return { outcome: 'frozen' };
    await saveWithdrawn(transaction, feedbackId, now);
    await refreshDeliveries(transaction, { workspaceId, kind: FEEDBACK_NEWS, occurrence: feedbackId }, now);
    if (feedback.requestId) await refreshRequest(transaction, workspaceId, feedback.requestId, now);
    return { outcome: 'withdrawn' };
  });
}
