import type { KnownBlock } from '@slack/types';
import { button, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { Hint } from './coach.ts';
import { wordingClassNames } from './word-group.ts';

/** Its value is the rule that is not to be told again. An action id is unique in its view: its place follows. */
export const DISMISS_HINT = 'dismiss_hint';

/** What the coach says to one field, to stand right below it. */
export function hintsView(hints: readonly Hint[], field: string): KnownBlock[] {
  return hints.map(({ words, of, instead, rule }, at) =>
    section(
      `:speech_balloon: *${cut(escapeMrkdwn(words), 80)}* is ${wordingClassNames[of]}. ${escapeMrkdwn(instead)}`,
      button({
        actionId: `${DISMISS_HINT}:${field}:${at}`,
        text: 'Not here',
        value: rule,
        label: `A false alarm: ${words}`,
      }),
    ),
  );
}
