import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, plainText, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { HAND } from '../metrics/differing-sources.ts';
import { readablePeriod } from '../metrics/metric-period.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { challengeWords, lineageWords, numberInFull } from './number-message.ts';
import {
  isNothingWaiting,
  type NumberValue,
  type Waiting,
  type WaitingChallenge,
  type WaitingDifference,
} from './waiting.ts';

/** Values are the ids of what they are about; of "verify all", all ids that are shown. */
export const VERIFY_BUTTON = 'verify_value';
export const VERIFY_SHOWN_BUTTON = 'verify_shown';
export const CORRECT_BUTTON = 'correct_value';
export const RETURN_BUTTON = 'return_value';
export const ANSWER_CHALLENGE_BUTTON = 'answer_challenge';
/** Their value is any value of the source that stands, or of the period that is left as it is. */
export const STANDS_BUTTON = 'source_stands';
export const LEAVE_OPEN_BUTTON = 'leave_open';

/** Together these stay under what Slack takes in one message. */
const MOST_VALUES = 8;
const MOST_DIFFERENCES = 4;
const MOST_CHALLENGES = 4;
const MOST_SOURCES = 4;

const TITLE = 'Numbers that wait for you';
const NOTHING = 'Nothing waits for you: every number that you answer for is verified, and none is challenged.';

/** What waits for whoever answers for numbers, the same by delivery and by command. */
export function waitingMessage(waiting: Waiting): Message {
  return { text: TITLE, blocks: [section(`*${TITLE}*`), ...waitingBlocks(waiting)] };
}

export function waitingView(waiting: Waiting): ModalView {
  return { type: 'modal', title: plainText('To verify'), close: plainText('Close'), blocks: waitingBlocks(waiting) };
}

function waitingBlocks(waiting: Waiting): KnownBlock[] {
  if (isNothingWaiting(waiting)) return [section(NOTHING)];
  const { values, valueCount, differences, challenges } = waiting;
  const shown = values.slice(0, MOST_VALUES);
  return [
    ...part('Challenged', challenges, MOST_CHALLENGES, challengeBlocks),
    ...part('Two sources differ', differences, MOST_DIFFERENCES, differenceBlocks),
    ...(shown.length > 0 ? [divider(), section(`*To verify*: ${valueCount}`), ...shown.flatMap(valueBlocks)] : []),
    ...(shown.length > 1 ? [verifyShown(shown)] : []),
    ...(valueCount > shown.length ? [context(`${valueCount - shown.length} more show here when these are done.`)] : []),
    context('Until then these numbers count nowhere. `/throughline verify` opens this list at any time.'),
  ];
}

function part<Item>(title: string, items: Item[], most: number, blocks: (item: Item) => KnownBlock[]): KnownBlock[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, most).flatMap(blocks);
  const more = items.length > most ? [context(`${items.length - most} more show here when these are done.`)] : [];
  return [divider(), section(`*${title}*: ${items.length}`), ...shown, ...more];
}

function valueBlocks(number: NumberValue): KnownBlock[] {
  const { id: value } = number;
  return [
    section(numberInFull(number)),
    actions(`value:${value}`, [
      button({ actionId: VERIFY_BUTTON, text: 'Verify', value, style: 'primary' }),
      button({ actionId: CORRECT_BUTTON, text: 'Correct…', value }),
      button({ actionId: RETURN_BUTTON, text: 'Return…', value }),
    ]),
  ];
}

function verifyShown(shown: NumberValue[]): KnownBlock {
  const value = shown.map(({ id }) => id).join(' ');
  return actions('verify_shown', [
    button({ actionId: VERIFY_SHOWN_BUTTON, text: `Verify all ${shown.length} shown`, value }),
  ]);
}

function differenceBlocks({ memberId, metricName, period, says, leftOpenBecause }: WaitingDifference): KnownBlock[] {
  const shown = says.slice(0, MOST_SOURCES);
  const lines = shown.flatMap(({ source, value, values }) => {
    const [first] = values;
    if (!first) return [];
    const lineage =
      values.length === 1
        ? lineageWords(first)
        : `from ${values.length} values, the last ${lineageWords(values.at(-1) ?? first)}`;
    return [`• ${sourceName(source)}: *${escapeMrkdwn(readableValue(value, first))}* (${lineage})`];
  });
  const open = leftOpenBecause === null ? [] : [`Left open: ${escapeMrkdwn(cut(leftOpenBecause, 300))}`];
  const head = `*${escapeMrkdwn(cut(metricName, 80))}* of <@${memberId}>, ${readablePeriod(period)}`;
  const stand = shown.flatMap(({ source, values }) => {
    const [first] = values;
    if (!first) return [];
    // An action id is unique in its block: the source tells the buttons apart.
    return [
      button({
        actionId: `${STANDS_BUTTON}:${first.id}`,
        text: `${cut(sourceName(source), 40)} stands…`,
        value: first.id,
      }),
    ];
  });
  const anyId = shown[0]?.values[0]?.id ?? '';
  const leave =
    leftOpenBecause === null ? [button({ actionId: LEAVE_OPEN_BUTTON, text: 'Leave open…', value: anyId })] : [];
  return [
    section(cut([head, ...lines, ...open].join('\n'), 2900)),
    actions(`difference:${anyId}`, [...stand, ...leave]),
  ];
}

function challengeBlocks(challenge: WaitingChallenge): KnownBlock[] {
  const words = `${numberInFull(challenge.number)}\n${challengeWords(challenge)}`;
  return [
    section(cut(words, 2900), button({ actionId: ANSWER_CHALLENGE_BUTTON, text: 'Answer…', value: challenge.id })),
  ];
}

function sourceName(source: string): string {
  return source === HAND ? 'By hand' : escapeMrkdwn(source);
}
