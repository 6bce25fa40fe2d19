import { button, context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { numberWords } from './number-message.ts';
import type { Returned } from './verdict-store.ts';
import { CORRECT_BUTTON } from './waiting-message.ts';

const MOST = 10;

/** To whoever reported them: values that the data owner sent back, all in one note. What is corrected since is gone. */
export function returnedMessage(returned: readonly Returned[]): Message {
  const text = returned.length > 0 ? 'Numbers that came back to you' : 'Numbers that came back to you: all are settled';
  const shown = returned
    .slice(0, MOST)
    .map(({ number, reason, givenById }) =>
      section(
        `${numberWords(number)}\n<@${givenById}>: ${cut(escapeMrkdwn(reason), 400)}`,
        button({ actionId: CORRECT_BUTTON, text: 'Correct…', value: number.id }),
      ),
    );
  const more = returned.length > MOST ? [context(`${returned.length - MOST} more show here when these are done.`)] : [];
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...shown,
      ...more,
      ...(returned.length > 0
        ? [context('Until you correct them they count nowhere. If one is right, tell whoever sent it back.')]
        : []),
    ],
  };
}
