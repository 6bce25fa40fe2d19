import type { Button } from '@slack/types';
import { button } from '../../platform/slack/block-kit.ts';

/** Its value is the ids of the members whose numbers stand above it, with spaces between. */
export const CHALLENGE_BUTTON = 'challenge_number';

/** What a button's value holds. */
const MOST_MEMBERS = 60;

/** Below numbers of these members: the way to say that one of them is wrong. */
export function challengeButton(memberIds: readonly string[]): Button {
  const value = memberIds.slice(0, MOST_MEMBERS).join(' ');
  return button({ actionId: CHALLENGE_BUTTON, text: 'Challenge a number…', value });
}
