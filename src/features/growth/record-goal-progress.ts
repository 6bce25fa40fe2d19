import type { Database, Transaction } from '../../platform/storage/database.ts';
import { recordStepTaken } from '../feedback/record-step-taken.ts';
import { markOfStep, type PressedStep } from './goal-button.ts';
import { findGoals, lockGoal, saveEnded, saveProgress, saveStepDone } from './goal-store.ts';

interface OwnGoal {
  workspaceId: string;
  memberId: string;
  goalId: string;
  now: Date;
}

/**
 * A step is done, or not after all. The step of the feedback that it came from goes with it. Where the goal was edited since
 * its owner saw it, and another step stands in that place, nothing is recorded.
 */
export async function recordGoalStep(
  db: Database,
  { workspaceId, memberId, goalId, position, mark, isDone, now }: OwnGoal & PressedStep,
): Promise<{ outcome: 'recorded' | 'changed-meanwhile' | 'gone' }> {
  return db.$transaction(async (transaction) => {
    const goal = await lockGoal(transaction, workspaceId, goalId);
    if (goal?.memberId !== memberId || goal.state !== 'open') return { outcome: 'gone' };
    const step = goal.steps.find((one) => one.position === position && markOfStep(one.what) === mark);
    if (!step) return { outcome: 'changed-meanwhile' };
    // Pressed twice, it is done once.
    if ((step.doneAt !== null) === isDone) return { outcome: 'recorded' };
    await saveStepDone(transaction, { goalId, position, doneAt: step.doneAt ? null : now });
    const { feedbackId } = goal;
    if (feedbackId !== null) {
      const at = step.doneAt ?? now;
      await recordStepTaken(transaction, { workspaceId, feedbackId, at, isTaken: !step.doneAt, what: step.what });
    }
    return { outcome: 'recorded' };
  });
}

/** It is reached, or given up. Kept either way; what is reached has taken the step of the feedback that it came from. */
export async function recordGoalEnded(
  db: Database,
  { workspaceId, memberId, goalId, as, now }: OwnGoal & { as: 'reached' | 'dropped' },
): Promise<{ outcome: 'recorded' | 'gone' }> {
  return db.$transaction(async (transaction) => {
    const goal = await lockGoal(transaction, workspaceId, goalId);
    if (goal?.memberId !== memberId || goal.state !== 'open') return { outcome: 'gone' };
    const isReached = as === 'reached';
    await saveEnded(transaction, goalId, { reachedAt: isReached ? now : null, droppedAt: isReached ? null : now });
    const { feedbackId } = goal;
    if (isReached && feedbackId !== null) {
      await recordStepTaken(transaction, { workspaceId, feedbackId, at: now, isTaken: true });
    }
    return { outcome: 'recorded' };
  });
}

/** It goes on after all; what reaching it said of the feedback that it came from is undone with it. */
export async function recordGoalResumed(
  db: Database,
  { workspaceId, memberId, goalId }: OwnGoal,
): Promise<{ outcome: 'recorded' | 'gone' }> {
  return db.$transaction(async (transaction) => {
    const goal = await lockGoal(transaction, workspaceId, goalId);
    if (goal?.memberId !== memberId || goal.state === 'open') return { outcome: 'gone' };
    await saveEnded(transaction, goalId, { reachedAt: null, droppedAt: null });
    const { feedbackId, endedAt: at } = goal;
    if (goal.state === 'reached' && feedbackId !== null && at !== null) {
      await recordStepTaken(transaction, { workspaceId, feedbackId, at, isTaken: false });
    }
    return { outcome: 'recorded' };
  });
}

/** What a check-in says of one's goals, in the place of what it said before; of others' goals, nothing. */
export async function recordGoalProgress(
  db: Transaction,
  progress: {
    workspaceId: string;
    memberId: string;
    checkInId: string;
    said: { goalId: string; text: string }[];
    now: Date;
  },
): Promise<void> {
  const { workspaceId, memberId, checkInId, said, now } = progress;
  const own = new Set((await findGoals(db, workspaceId, memberId)).map(({ id }) => id));
  await saveProgress(db, { checkInId, said: said.filter(({ goalId }) => own.has(goalId)), now });
}
