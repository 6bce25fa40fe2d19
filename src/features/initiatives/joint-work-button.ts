import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';
import { cut } from '../../platform/slack/mrkdwn.ts';

/** Their value is the id of the initiative or the wait; of a milestone `id#milestone`; of what opens a new one, nothing. */
export const JOINT_WORK_BUTTONS = {
  open: 'open_initiative',
  edit: 'edit_initiative',
  reach: 'reach_milestone',
  unreach: 'unreach_milestone',
  close: 'close_initiative_button',
  reopen: 'reopen_initiative',
  wait: 'name_wait',
  editWait: 'edit_wait',
  release: 'release_wait',
  unrelease: 'unrelease_wait',
  withdraw: 'withdraw_wait',
  restore: 'restore_wait',
} as const;

export function jointWorkButton(
  does: keyof typeof JOINT_WORK_BUTTONS,
  text: string,
  value?: string,
  about = '',
): Button {
  return button({
    actionId: JOINT_WORK_BUTTONS[does],
    text,
    ...(value !== undefined && { value }),
    ...(about !== '' && { label: cut(`${text}: ${about}`, 75) }),
    ...((does === 'open' || does === 'wait') && { style: 'primary' }),
  });
}

export function milestoneValue(initiativeId: string, milestoneId: string): string {
  return `${initiativeId}#${milestoneId}`;
}

export function readMilestoneValue(value: string): { id: string; milestoneId: string } {
  const [id = '', milestoneId = ''] = value.split('#');
  return { id, milestoneId };
}
