import type { Transaction } from '../../platform/storage/database.ts';
import { findDraft, type KeptDraft } from './draft-store.ts';
import type { Planner, Planning } from './find-planning.ts';
import { draftOf, firstDraft } from './first-draft.ts';
import { latestOf, type Plan } from './plan.ts';
import { NEW_PLAN, type PlanDraft } from './plan-draft.ts';

export interface OpenedDraft {
  typed: PlanDraft;
  /** When the author's own draft was kept; null, there is none, and this is how one begins. */
  savedAt: Date | null;
  /** The plan that it changes; undefined, a new one. */
  plan: Plan | undefined;
}

/** What the author typed before, or the plan as it stands, or the beginning of one. Undefined where there is no such plan. */
export async function loadDraft(
  db: Transaction,
  planner: Planner & { about: string },
  planning: Pick<Planning, 'plans' | 'metrics' | 'asked' | 'today'>,
  how?: 'for-update',
): Promise<OpenedDraft | undefined> {
  const { plans, metrics, asked, today } = planning;
  const plan = plans.find(({ id }) => id === planner.about);
  if (!plan && planner.about !== NEW_PLAN) return undefined;
  const kept: KeptDraft | undefined = await findDraft(db, planner, how);
  if (kept) return { ...kept, plan };
  const ofRole = metrics.filter(({ key }) => asked.includes(key));
  const lastDay = plans
    .map((one) => latestOf(one).to)
    .toSorted()
    .at(-1);
  return { typed: plan ? draftOf(plan, today) : firstDraft(ofRole, today, lastDay), savedAt: null, plan };
}
