import type { Database } from '../../platform/storage/database.ts';
import { findPlanning, type NoPlanning, type Planner } from './find-planning.ts';
import { latestOf, type PlanVersion } from './plan.ts';
import { refreshSession } from './refresh-session.ts';
import { lockPlan, saveSessionOpened } from './store.ts';

/** Begins the alignment session: everybody who is to sign gets the plan in one group conversation. Twice is once. */
export async function openSession(
  db: Database,
  planner: Omit<Planner, 'memberId'> & { planId: string },
): Promise<{ outcome: 'opened'; version: PlanVersion } | { outcome: 'gone' } | NoPlanning> {
  const { workspaceId, planId, now } = planner;
  return db.$transaction(async (transaction) => {
    const plan = await lockPlan(transaction, workspaceId, planId);
    if (!plan) return { outcome: 'gone' };
    const found = await findPlanning(transaction, { ...planner, memberId: plan.memberId });
    if (found.outcome !== 'found') return found;
    const version = latestOf(plan);
    if (plan.sessionOpenedAt === null) await saveSessionOpened(transaction, planId, now);
    await refreshSession(transaction, { workspaceId, version, news: null, now });
    return { outcome: 'opened', version };
  });
}
