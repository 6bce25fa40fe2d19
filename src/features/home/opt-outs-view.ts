import type { KnownBlock } from '@slack/types';
import { section } from '../../platform/slack/block-kit.ts';
import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { askAgainButton } from '../check-ins/control-button.ts';
import type { OptOut } from '../check-ins/load-opt-outs.ts';

/** Its value is the cadence's key. Not the button under a message: this page is shown anew. */
export const ASK_AGAIN_AT_HOME = 'ask_again_at_home';

const MOST_SHOWN = 10;

/** What the person does not want to be asked, each with the way to take it back. */
export function optOutsView(optOuts: readonly OptOut[]): KnownBlock[] {
  return optOuts.slice(0, MOST_SHOWN).map(({ reason, ...cadence }) => {
    const because = reason ? `: ${escapeMrkdwn(reason)}` : '.';
    const words = `You are not asked for *${escapeMrkdwn(cadence.cadenceName)}*${because}`;
    return section(words, askAgainButton(cadence, ASK_AGAIN_AT_HOME));
  });
}
