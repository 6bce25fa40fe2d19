import type { Database } from '../../platform/storage/database.ts';
import { findPlanning } from './find-planning.ts';
import type { PlanVersion } from './plan.ts';
import { findPlan } from './store.ts';

/** An agreed version that this person may share: their own, or that of somebody whose plan they draft. */
export async function findSharedPlan(
  db: Database,
  sharing: { workspaceId: string; authorId: string; planId: string; version: number; now: Date },
): Promise<PlanVersion | undefined> {
  const plan = await findPlan(db, sharing.workspaceId, sharing.planId);
  const version = plan?.versions.find((one) => one.version === sharing.version);
  if (!plan || !version || version.agreedAt === null) return undefined;
  const found = await findPlanning(db, { ...sharing, memberId: plan.memberId });
  return found.outcome === 'found' ? version : undefined;
}
