import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';
import { cut } from '../../platform/slack/mrkdwn.ts';
import type { Experiment } from './experiment.ts';

/** Their value is the experiment's id; of `name`, nothing. */
export const EXPERIMENT_BUTTONS = {
  name: 'name_bottleneck',
  reword: 'reword_bottleneck',
  plan: 'plan_experiment',
  finish: 'finish_experiment',
  withdraw: 'withdraw_experiment',
  restore: 'restore_experiment',
} as const;

const texts: Record<keyof typeof EXPERIMENT_BUTTONS, string> = {
  name: 'Name a bottleneck',
  reword: 'Edit',
  plan: 'Plan the experiment',
  finish: 'Tell the lesson',
  withdraw: 'Take back',
  restore: 'Undo',
};

export function experimentButton(
  does: keyof typeof EXPERIMENT_BUTTONS,
  experiment?: Pick<Experiment, 'id' | 'bottleneck'>,
): Button {
  const text = texts[does];
  return button({
    actionId: EXPERIMENT_BUTTONS[does],
    text,
    ...(experiment && { value: experiment.id, label: `${text}: ${cut(experiment.bottleneck, 50)}` }),
    ...(does === 'name' && { style: 'primary' }),
  });
}
