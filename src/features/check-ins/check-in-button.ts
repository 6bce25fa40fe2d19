import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

export const CHECK_IN_BUTTON = 'open_check_in';

/** Opens whatever the member should answer now, from wherever it stands. */
export function checkInButton(): Button {
  return button({
    actionId: CHECK_IN_BUTTON,
    text: 'Check in',
    style: 'primary',
    label: 'Check in: open your check-in',
  });
}
