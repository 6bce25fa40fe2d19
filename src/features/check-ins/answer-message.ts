import type { KnownBlock } from '@slack/types';
import { actions, context, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import type { Measure } from '../metrics/metric.ts';
import { readableValue } from '../metrics/readable-value.ts';
import type { CheckInAnswer } from './check-in-answer.ts';
import { answerButton } from './control-button.ts';
import type { CheckIn } from './store.ts';

/** A value with the name and measure under which it was given. */
export interface GivenValue extends Measure {
  metricKey: string;
  name: string;
  value: string | null;
}

/** What the blocks of one message may hold together. */
const ROOM = 8400;

/** The member's own copy of what they said, with the way to change it; the more there are `among`, the shorter each. */
export function answeredBlocks(
  checkIn: CheckIn,
  answer: CheckInAnswer,
  { values, among }: { values: GivenValue[]; among: number },
): KnownBlock[] {
  const name = escapeMrkdwn(checkIn.cadenceName);
  const frozen = frozenWords(checkIn);
  return [
    section(`:white_check_mark: *Answered: ${name}*, ${readableDay(checkIn.occursOn)}. Thank you.`),
    ...ownWords(answer, values, Math.floor(ROOM / among)).map((words) => section(words)),
    ...(frozen ? [context(frozen)] : []),
    actions(`answer-${checkIn.id}`, [answerButton(checkIn, 'Edit')]),
  ];
}

/** What was said after the evidence was frozen is kept, and is not in it. */
function frozenWords({ frozenAt, frozenFor, submittedAt }: CheckIn): string | undefined {
  if (!frozenAt || !frozenFor || !submittedAt || submittedAt <= frozenAt) return undefined;
  return `This came after the evidence for your review of ${readableDay(frozenFor)} was frozen. It is kept; that packet does not change.`;
}

function ownWords({ values, win, obstacle }: CheckInAnswer, standing: GivenValue[], room: number): string[] {
  const numbers = values.flatMap(({ metricKey }) => {
    const given = standing.find((one) => one.metricKey === metricKey);
    if (!given) return [];
    const value = given.value === null ? 'no value this time' : `*${escapeMrkdwn(readableValue(given.value, given))}*`;
    return [`${escapeMrkdwn(given.name)}: ${value}`];
  });
  const helpers = win?.contributorIds.map((id) => `<@${id}>`).join(', ');
  const third = Math.min(2900, Math.floor(room / 3));
  return [
    ...(numbers.length > 0 ? [cut(numbers.join('\n'), third)] : []),
    ...(win
      ? [
          `*Win for ${cut(escapeMrkdwn(win.client), 150)}*: ${cut(escapeMrkdwn(win.whatChanged), third - 400)}${helpers ? `\nWith ${cut(helpers, 200)}` : ''}${win.isShareable ? '' : '\n_Only for those involved and the managers above them._'}`,
        ]
      : []),
    ...(obstacle ? [`*In the way*: ${cut(escapeMrkdwn(obstacle), third)}`] : []),
  ];
}
