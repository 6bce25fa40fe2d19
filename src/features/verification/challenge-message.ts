import { actions, button, context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { evidenceFileButton } from '../observations/evidence-file-button.ts';
import type { Challenge } from './challenge-store.ts';
import { challengeWords, numberInFull, numberWords } from './number-message.ts';
import type { NumberValue } from './waiting.ts';
import { ANSWER_CHALLENGE_BUTTON } from './waiting-message.ts';

interface Told {
  challenge: Challenge;
  /** The value that was challenged. */
  number: NumberValue;
  answererId: string | null;
  readerId: string;
}

/** To everybody concerned: a number is challenged, and what came of it since. */
export function challengeMessage({ challenge, number, answererId, readerId }: Told): Message {
  const { id, answer, evidenceFile } = challenge;
  const text = answer ? 'A number was challenged, and it is answered' : 'A number is challenged';
  const isTheirs = answererId === readerId && !answer;
  const buttons = [
    ...(isTheirs ? [button({ actionId: ANSWER_CHALLENGE_BUTTON, text: 'Answer…', value: id, style: 'primary' })] : []),
    ...(evidenceFile ? [evidenceFileButton(id, evidenceFile)] : []),
  ];
  return {
    text,
    blocks: [
      section(`*${text}*\n${numberInFull(number)}`),
      section(challengeWords(challenge)),
      ...(buttons.length > 0 ? [actions('answer', buttons)] : []),
      context(answer ? answerWords(challenge) : waitsFor(answererId, isTheirs)),
    ],
  };
}

function waitsFor(answererId: string | null, isTheirs: boolean): string {
  if (isTheirs) return 'It waits for you: until you answer, the number does not count.';
  if (answererId) return `Until <@${answererId}> answers, the number does not count.`;
  return 'Nobody can answer for this metric, so the number does not count. An administrator names a data owner for it in the workspace file.';
}

/** To everybody concerned, once: what came of a challenge. */
export function challengeAnswerMessage(
  { challenge, number }: Omit<Told, 'answererId' | 'readerId'>,
  correctedTo: string | null,
): Message {
  const text = 'A challenge is answered';
  const now = correctedTo === null ? '' : `\nNow: *${escapeMrkdwn(readableValue(correctedTo, number))}*`;
  return {
    text,
    blocks: [
      section(`*${text}*\n${numberWords(number)}${now}`),
      section(cut(answerWords(challenge), 2900)),
      context(`<@${challenge.challengerId}> had said: ${cut(escapeMrkdwn(challenge.reason), 800)}`),
    ],
  };
}

const CAME_OF_IT = {
  upheld: 'the number stands, and counts again',
  corrected: 'the number was corrected',
  withdrawn: 'the number was taken back, and counts nowhere',
} as const;

function answerWords({ answer, answeredById, answerReason }: Challenge): string {
  if (!answer) return '';
  return `<@${answeredById}>: ${CAME_OF_IT[answer]}. ${cut(escapeMrkdwn(answerReason ?? ''), 1500)}`;
}
