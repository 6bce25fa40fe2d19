import { findDelivery, insertPlanned, refreshDeliveries, wakeWorkers } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { PLAN_NEWS, PLAN_SESSION } from './delivery-names.ts';
import type { PlanVersion } from './plan.ts';
import { groupOf, newsOccurrence } from './plan-group.ts';

/**
 * Has the alignment session show how a version stands: in the group of those who are to sign it. A group that has the
 * session already gets the news as a reply, since a message that changes in place tells nobody.
 */
export async function refreshSession(
  transaction: Transaction,
  session: { workspaceId: string; version: PlanVersion; news: 'written' | 'agreed' | null; now: Date },
): Promise<void> {
  const { workspaceId, version, news, now } = session;
  const { planId } = version;
  const recipient = groupOf(version);
  const stands = await findDelivery(transaction, { workspaceId, kind: PLAN_SESSION, recipient, occurrence: planId });
  if (!stands) {
    await insertPlanned(transaction, workspaceId, PLAN_SESSION, [{ recipient, occurrence: planId, dueAt: now }], now);
  } else if (news) {
    const occurrence = newsOccurrence(planId, version.version, news);
    await insertPlanned(transaction, workspaceId, PLAN_NEWS, [{ recipient, occurrence, dueAt: now }], now);
  }
  await refreshDeliveries(transaction, { workspaceId, kind: PLAN_SESSION, occurrence: planId }, now);
  const before = Array.from({ length: version.version }, (_, at) => newsOccurrence(planId, at + 1, 'written'));
  await refreshDeliveries(transaction, { workspaceId, kind: PLAN_NEWS, occurrence: before }, now);
  await wakeWorkers(transaction);
}
