import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, plainText, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readablePeriod } from '../metrics/metric-period.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { HAND } from '../observations/differing-sources.ts';
import { evidenceFileButton } from '../observations/evidence-file-button.ts';
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

const MOST_VALUES = 8;
const MOST_DIFFERENCES = 4;
const MOST_CHALLENGES = 4;
const MOST_SOURCES = 4;
/** What Slack takes in one message is a little more. */
const MOST_CHARACTERS = 10_500;

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
  const room = { left: MOST_CHARACTERS };
  const challenged = thatFit(challenges.slice(0, MOST_CHALLENGES), challengeBlocks, room);
  const differing = thatFit(differences.slice(0, MOST_DIFFERENCES), differenceBlocks, room);
  const toVerify = thatFit(values.slice(0, MOST_VALUES), valueBlocks, room);
  const shown = values.slice(0, toVerify.length);
  return [
    ...part('Challenged', challenges.length, challenged),
    ...part('Two sources differ', differences.length, differing),
    ...part('To verify', valueCount, toVerify),
    ...(shown.length > 1 ? [verifyShown(shown)] : []),
    context('Until then these numbers count nowhere. `/throughline verify` opens this list at any time.'),
  ];
}

function part(title: string, count: number, shown: KnownBlock[][]): KnownBlock[] {
  if (count === 0) return [];
  const more = count - shown.length;
  const rest = more > 0 ? [context(`${more} more show here when others are done.`)] : [];
  return [divider(), section(`*${title}*: ${count}`), ...shown.flat(), ...rest];
}

/** As many as a message has room for, from the first. */
function thatFit<Item>(items: Item[], blocksOf: (item: Item) => KnownBlock[], room: { left: number }): KnownBlock[][] {
  const fitting: KnownBlock[][] = [];
  for (const blocks of items.map(blocksOf)) {
    const [head] = blocks;
    room.left -= head?.type === 'section' ? (head.text?.text.length ?? 0) : 0;
    if (room.left < 0) break;
    fitting.push(blocks);
  }
  return fitting;
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
  const open = leftOpenBecause === null ? [] : [`Left open: ${cut(escapeMrkdwn(leftOpenBecause), 300)}`];
  const head = `*${cut(escapeMrkdwn(metricName), 120)}* of <@${memberId}>, ${readablePeriod(period)}`;
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
    section(cut([head, ...lines, ...open].join('\n'), 2000)),
    actions(`difference:${anyId}`, [...stand, ...leave]),
  ];
}

function challengeBlocks(challenge: WaitingChallenge): KnownBlock[] {
  const words = `${numberInFull(challenge.number)}\n${challengeWords(challenge)}`;
  const { id, evidenceFile } = challenge;
  return [
    section(cut(words, 2900), button({ actionId: ANSWER_CHALLENGE_BUTTON, text: 'Answer…', value: id })),
    ...(evidenceFile ? [actions(`file:${id}`, [evidenceFileButton(id, evidenceFile)])] : []),
  ];
}

function sourceName(source: string): string {
  return source === HAND ? 'By hand' : escapeMrkdwn(source);
}
