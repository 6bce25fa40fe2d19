import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

/** Their value is the win's id. */
export const PART_BUTTONS = {
  confirm: 'win_part_confirm',
  correct: 'win_part_correct',
  decline: 'win_part_decline',
} as const;

const texts = { confirm: 'That is right', correct: 'Say it in my words', decline: 'I had no part' } as const;

export function partButton(does: keyof typeof PART_BUTTONS, winId: string, text: string = texts[does]): Button {
  return button({
    actionId: PART_BUTTONS[does],
    text,
    value: winId,
    ...(does === 'confirm' && { style: 'primary' }),
  });
}
