import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

export const AWAY_BUTTON = 'say_away';

/** Opens the form that says when somebody is away, from wherever it stands. */
export function awayButton(): Button {
  return button({ actionId: AWAY_BUTTON, text: 'Away…', label: 'Say when you are away' });
}
