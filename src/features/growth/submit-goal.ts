import { mergeEdit, type Remembered } from '../../platform/slack/meanwhile.ts';
import type { Database } from '../../platform/storage/database.ts';
import { loadOneFeedback } from '../feedback/load-one-feedback.ts';
import { identifyPeople } from '../people/identify-people.ts';
import { asTyped, type NewGoal } from './goal.ts';
import { insertGoal, lockGoal, saveGoal } from './goal-store.ts';

export interface GoalSubmission {
  workspaceId: string;
  memberId: string;
  goalId: string | null;
  goal: NewGoal;
  /** What stood in the form when it was filled in; absent, nothing was. */
  remembered?: Remembered;
  now: Date;
}

/** Saves a goal of one's own, new or edited. */
export async function submitGoal(
  db: Database,
  submission: GoalSubmission,
): Promise<{ outcome: 'saved' | 'gone' } | { outcome: 'bad-supporter'; because: string }> {
  const { workspaceId, memberId, goalId, goal, remembered, now } = submission;
  const { supporterId, feedbackId } = goal;
  if (supporterId === memberId) return { outcome: 'bad-supporter', because: 'Name somebody else, or nobody.' };
  if (supporterId !== null) {
    const found = await identifyPeople(db, { workspaceId, references: [supporterId] });
    const isMember = found.get(supporterId)?.status === 'member';
    if (!isMember) return { outcome: 'bad-supporter', because: 'Name a colleague who is here.' };
  }
  if (goalId === null && feedbackId !== null) {
    const seen = await loadOneFeedback(db, { workspaceId, readerId: memberId, feedbackId, now });
    if (seen?.is !== 'words' || seen.subjectId !== memberId) return { outcome: 'gone' };
  }
  return db.$transaction(async (transaction) => {
    if (goalId === null) {
      await insertGoal(transaction, { workspaceId, memberId, goal, now });
      return { outcome: 'saved' };
    }
    const before = await lockGoal(transaction, workspaceId, goalId);
    if (before?.memberId !== memberId || before.state !== 'open') return { outcome: 'gone' };
    // Their own words of another window give way only where they changed the same in this one.
    const { fields } = remembered ? mergeEdit(remembered, goal, asTyped(before)) : { fields: goal };
    await saveGoal(transaction, goalId, fields);
    return { outcome: 'saved' };
  });
}
