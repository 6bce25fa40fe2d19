import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

export const OPEN_LIST_BUTTON = 'open_verification_list';

/** Opens what waits for whoever presses it. */
export function openListButton(): Button {
  return button({ actionId: OPEN_LIST_BUTTON, text: 'Look at them…' });
}
