import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import { describeFeedback, loadFeedbackByIds, loadOneFeedback } from '../feedback/load-one-feedback.ts';
import { stepInOneLine } from '../feedback/record-step-taken.ts';
import type { SeenFeedback } from '../feedback/who-reads.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { findToday } from '../people/find-today.ts';
import { goalForm } from './goal-form.ts';
import { findGoal, findGoals } from './goal-store.ts';
import { goalsView } from './goals-view.ts';

interface Asker {
  workspaceId: string;
  memberId: string;
  now: Date;
}

/** The goals of a member, for themselves and the managers above. */
export async function openGoals(
  db: Database,
  { workspaceId, memberId: readerId, now }: Asker,
  memberId: string,
  page = 0,
): Promise<{ outcome: 'view'; view: ModalView } | { outcome: 'not-allowed' }> {
  const reader = await loadStanding(db, { workspaceId, actorId: readerId, now });
  if (!may(reader, 'see-words', { memberId })) return { outcome: 'not-allowed' };
  const goals = await findGoals(db, workspaceId, memberId);
  const ids = goals.flatMap(({ feedbackId }) => feedbackId ?? []);
  const feedback = await loadFeedbackByIds(db, { workspaceId, ids, reader, now });
  const shown = goals.map((goal) => {
    const seen = feedback.get(goal.feedbackId ?? '');
    return { goal, from: seen ? `${describeFeedback(seen)}.${stepWords(seen)}` : null };
  });
  const isOfFeedback = shown.some(({ from }) => from !== null);
  const at = [{ subjectId: memberId, parts: ['words' as const, ...(isOfFeedback ? ['feedback' as const] : [])] }];
  await recordLooks(db, { workspaceId, actorId: readerId, at, surface: '/throughline goals', now });
  const today = await findToday(db, { workspaceId, memberId: readerId, now });
  return { outcome: 'view', view: goalsView({ memberId, isOwn: readerId === memberId, goals: shown, page, today }) };
}

/** How it is with the step that was suggested there: what is done of the goal may have taken it. */
function stepWords(seen: SeenFeedback): string {
  if (seen.is !== 'words' || seen.words.nextStep === null) return '';
  return seen.isStepDone ? ' Its step is done.' : ' Its step is not done yet.';
}

/** Where feedback names no day for its step, or one that has passed. */
const DAYS_FOR_A_STEP = 30;

/** To set a goal, from feedback or not. Undefined: that feedback is not theirs to read. */
export async function openGoalForm(db: Database, asker: Asker, feedbackId?: string): Promise<ModalView | undefined> {
  if (feedbackId === undefined) return goalForm({ goal: null, from: null });
  const { workspaceId, memberId, now } = asker;
  const seen = await loadOneFeedback(db, { workspaceId, readerId: memberId, feedbackId, now });
  if (seen?.is !== 'words' || seen.subjectId !== memberId) return undefined;
  const { nextStep, nextStepOn } = seen.words;
  const today = await findToday(db, asker);
  const dueOn = nextStepOn !== null && nextStepOn > today ? nextStepOn : plusDays(today, DAYS_FOR_A_STEP);
  const what = nextStep === null ? '' : stepInOneLine(nextStep);
  const from = { feedbackId, words: describeFeedback(seen), steps: what ? [{ what, dueOn }] : [] };
  return goalForm({ goal: null, from });
}

export async function openGoalEdit(db: Database, asker: Asker, goalId: string): Promise<ModalView | undefined> {
  const goal = await findGoal(db, asker.workspaceId, goalId);
  return goal?.memberId === asker.memberId && goal.state === 'open' ? goalForm({ goal, from: null }) : undefined;
}
