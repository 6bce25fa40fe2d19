import type { Database } from '../../platform/storage/database.ts';
import { findPlanning, type Planner } from './find-planning.ts';
import { type GoalProblem, readGoal } from './goal-problems.ts';
import { loadDraft } from './load-draft.ts';
import { type DraftedGoal, NO_GOAL } from './plan-draft.ts';
import { recordPlanDraft } from './record-plan-draft.ts';

export type GoalPlanner = Planner & { about: string; metricKey: string };

/** Keeps the numbers of one metric as they were typed, right or wrong. */
export function recordDraftedGoal(
  db: Database,
  planner: GoalPlanner,
  change: (goal: DraftedGoal) => DraftedGoal,
): Promise<void> {
  const { metricKey } = planner;
  return recordPlanDraft(db, planner, (typed) => {
    const goal = change(typed.goals[metricKey] ?? NO_GOAL);
    const isNothing = typed.goals[metricKey] === undefined && JSON.stringify(goal) === JSON.stringify(NO_GOAL);
    return isNothing ? typed : { ...typed, goals: { ...typed.goals, [metricKey]: goal } };
  });
}

/** Keeps them, and tells all that is wrong with them. */
export async function submitGoal(
  db: Database,
  planner: GoalPlanner,
  change: (goal: DraftedGoal) => DraftedGoal,
): Promise<GoalProblem[]> {
  await recordDraftedGoal(db, planner, change);
  const found = await findPlanning(db, planner);
  if (found.outcome !== 'found') return [];
  const draft = await loadDraft(db, planner, found.planning);
  const metric = found.planning.metrics.find(({ key }) => key === planner.metricKey);
  if (!draft || !metric) return [];
  const { from, to } = draft.typed;
  const reading = readGoal(draft.typed.goals[metric.key] ?? NO_GOAL, metric, from && to ? { from, to } : null);
  return reading.ok ? [] : reading.problems;
}
