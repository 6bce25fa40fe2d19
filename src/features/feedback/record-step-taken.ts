import type { Transaction } from '../../platform/storage/database.ts';
import { lockFeedback, saveStepDone } from './store.ts';

/** A step as a goal that comes of feedback has it: in one line. */
export function stepInOneLine(nextStep: string): string {
  return nextStep.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}

/**
 * What somebody did about feedback elsewhere, at that instant, takes its step; or does not after all, and then only what
 * that very instant said is undone. `what` names the step where only the same one counts; without it, any is meant.
 */
export async function recordStepTaken(
  transaction: Transaction,
  step: { workspaceId: string; feedbackId: string; at: Date; isTaken: boolean; what?: string },
): Promise<void> {
  const { workspaceId, feedbackId, at, isTaken, what } = step;
  const feedback = await lockFeedback(transaction, workspaceId, feedbackId);
  const nextStep = feedback?.versions.at(-1)?.words.nextStep ?? null;
  if (!feedback || feedback.withdrawnAt || nextStep === null) return;
  if (what !== undefined && what !== stepInOneLine(nextStep)) return;
  const { stepDoneAt } = feedback;
  if (isTaken && stepDoneAt === null) await saveStepDone(transaction, feedbackId, at);
  if (!isTaken && stepDoneAt?.getTime() === at.getTime()) await saveStepDone(transaction, feedbackId, null);
}
