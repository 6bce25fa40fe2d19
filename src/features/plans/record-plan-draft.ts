import type { Database } from '../../platform/storage/database.ts';
import { saveDraft } from './draft-store.ts';
import { findPlanning, type Planner } from './find-planning.ts';
import { loadDraft } from './load-draft.ts';
import type { PlanDraft } from './plan-draft.ts';

/**
 * Keeps what somebody has typed so far. What they may not plan, or is gone, is not kept; what says the same as before is
 * left alone, so that looking makes no draft.
 */
export async function recordPlanDraft(
  db: Database,
  planner: Planner & { about: string },
  change: (typed: PlanDraft) => PlanDraft,
): Promise<void> {
  await db.$transaction(async (transaction) => {
    const found = await findPlanning(transaction, planner);
    if (found.outcome !== 'found') return;
    const draft = await loadDraft(transaction, planner, found.planning, 'for-update');
    if (!draft) return;
    const typed = change(draft.typed);
    if (JSON.stringify(typed) === JSON.stringify(draft.typed)) return;
    await saveDraft(transaction, planner, { typed, savedAt: planner.now });
  });
}
