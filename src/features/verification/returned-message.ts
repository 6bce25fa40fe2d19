import { button, context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { numberWords } from './number-message.ts';
import type { Returned } from './verdict-store.ts';
import { CORRECT_BUTTON } from './waiting-message.ts';

const MOST = 10;

/**
 * To whoever reported them: values that the data owner sent back, all in one note. What is corrected since is gone. Who
 * brought a value in a file may not correct it here.
 */
export function returnedMessage(
  returned: readonly Returned[],
  mayCorrect: (number: Returned['number']) => boolean,
): Message {
  const text = returned.length > 0 ? 'Numbers that came back to you' : 'Numbers that came back to you: all are settled';
  const shown = returned.slice(0, MOST);
  const blocks = shown.map(({ number, reason, givenById }) =>
    section(
      `${numberWords(number)}\n<@${givenById}>: ${cut(escapeMrkdwn(reason), 400)}`,
      mayCorrect(number) ? button({ actionId: CORRECT_BUTTON, text: 'Correct…', value: number.id }) : undefined,
    ),
  );
  const isOfFile = shown.some(({ number }) => !mayCorrect(number));
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...blocks,
      ...(returned.length > MOST ? [context(`${returned.length - MOST} more show here when these are done.`)] : []),
      ...(returned.length > 0
        ? [
            context(
              `Until you correct them they count nowhere. ${isOfFile ? 'What you brought in a file you correct there: drop it here again. ' : ''}If one is right, tell whoever sent it back.`,
            ),
          ]
        : []),
    ],
  };
}
