import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';
import { remember } from '../../platform/slack/meanwhile.ts';

/** Their value is the goal's id, the step's is `PressedStep`. An action id is unique in its view: what it is of follows. */
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

/** A step as it stood where its button was pressed; it may be another's place by now. */
export interface PressedStep {
  goalId: string;
  position: number;
  /** What it was called, as a fingerprint. */
  mark: string;
  /** What the press says of it. */
  isDone: boolean;
}

export function markOfStep(what: string): string {
  return remember({ what })['what'] ?? '';
}

export function stepValue({ goalId, position, mark, isDone }: PressedStep): string {
  return [goalId, position, mark, isDone ? 'done' : 'open'].join(':');
}

export function readStepValue(value = ''): PressedStep {
  const [goalId = '', position = '', mark = '', state] = value.split(':');
  return { goalId, position: Number(position), mark, isDone: state === 'done' };
}
