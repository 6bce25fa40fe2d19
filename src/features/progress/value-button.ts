import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

export const UPDATE_BUTTON = 'open_update_progress';
export const CORRECT_BUTTON = 'open_correct_progress';

/** Below one's own numbers. */
export function valueButtons(): Button[] {
  return [
    button({ actionId: UPDATE_BUTTON, text: 'Update my numbers' }),
    button({ actionId: CORRECT_BUTTON, text: 'Correct one' }),
  ];
}
