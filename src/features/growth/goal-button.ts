import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

/** Their value is the goal's id; the step's is `id:position`. An action id is unique in its view: the value follows. */
export const GOAL_BUTTONS = {
  set: 'set_goal',
  edit: 'edit_goal',
  stepDone: 'goal_step_done',
  reached: 'goal_reached',
  dropped: 'goal_dropped',
  resumed: 'goal_resumed',
  open: 'open_goals',
} as const;

export function openGoalsButton(goalId: string): Button {
  return button({ actionId: `${GOAL_BUTTONS.open}:${goalId}`, text: 'Goals' });
}
