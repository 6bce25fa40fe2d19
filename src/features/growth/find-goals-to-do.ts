import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { FindThingsToDo } from '../../platform/slack/thing-to-do.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import { findToday } from '../people/find-today.ts';
import { nextStepOf } from './goal.ts';
import { openGoalsButton } from './goal-button.ts';
import { findGoals } from './goal-store.ts';

const LOOK_AHEAD_DAYS = 14;

/** The next step of each open goal, once its day is near. */
export const findGoalsToDo: FindThingsToDo = async (db, { workspaceId, memberId, now }) => {
  const soon = plusDays(await findToday(db, { workspaceId, memberId, now }), LOOK_AHEAD_DAYS);
  const goals = await findGoals(db, workspaceId, memberId);
  return goals.flatMap((goal) => {
    const step = nextStepOf(goal);
    if (!step || step.dueOn > soon) return [];
    const [what, objective] = [step.what, goal.objective].map((words) => cut(escapeMrkdwn(words), 150));
    return [
      { words: `Next step of your goal *${objective}*: ${what}`, dueOn: step.dueOn, button: openGoalsButton(goal.id) },
    ];
  });
};
