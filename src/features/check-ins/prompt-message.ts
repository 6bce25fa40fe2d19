import { actions, button, context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { readableValue } from '../metrics/readable-value.ts';
import type { CheckInAnswer } from './check-in-answer.ts';
import type { CheckIn } from './store.ts';

/** The button of a prompt; its value is the check-in's id. */
export const ANSWER_BUTTON = 'answer_check_in';

export function promptMessage(checkIn: CheckIn): Message {
  const name = escapeMrkdwn(checkIn.cadenceName);
  const text = `${name}, ${readableDay(checkIn.occursOn)}: how is it going? It takes about two minutes.`;
  return {
    text,
    blocks: [
      section(`*${name}*, ${readableDay(checkIn.occursOn)}\nHow is it going? It takes about two minutes.`),
      actions('answer', [answerButton(checkIn, 'Answer')]),
      context(`Open until ${slackTime(checkIn.closesAt)}. \`/checkin\` answers it too, also later.`),
    ],
  };
}

export function reminderMessage(checkIn: CheckIn): Message {
  const name = escapeMrkdwn(checkIn.cadenceName);
  const text = `A reminder, the only one: your ${name} of ${readableDay(checkIn.occursOn)} is still open.`;
  return {
    text,
    blocks: [
      section(text),
      actions('answer', [answerButton(checkIn, 'Answer')]),
      context(`Open until ${slackTime(checkIn.closesAt)}.`),
    ],
  };
}

/** What a prompt turns into when no answer is owed any more. It may be given all the same. */
export function excusedMessage(checkIn: CheckIn): Message {
  const why = checkIn.excusedBecause ? ` (${escapeMrkdwn(cut(checkIn.excusedBecause, 200))})` : '';
  const text = `Excused${why}: ${escapeMrkdwn(checkIn.cadenceName)} of ${readableDay(checkIn.occursOn)}. You owe nothing.`;
  return {
    text,
    blocks: [
      section(text),
      actions('answer', [answerButton(checkIn, 'Answer')]),
      context(`You can answer all the same, until ${slackTime(checkIn.closesAt)}.`),
    ],
  };
}

/** What a reminder turns into. */
export function reminderAnsweredMessage(checkIn: CheckIn): Message {
  const text = `Answered, thank you: ${escapeMrkdwn(checkIn.cadenceName)} of ${readableDay(checkIn.occursOn)}.`;
  return { text, blocks: [section(text)] };
}

/** A value with the name and unit under which it was given. */
interface GivenValue {
  metricKey: string;
  name: string;
  unit: string;
  value: string | null;
}

/** The member's own copy of what they said, with the way to change it. */
export function answeredMessage(checkIn: CheckIn, answer: CheckInAnswer, values: GivenValue[]): Message {
  const name = escapeMrkdwn(checkIn.cadenceName);
  const text = `Answered: ${name}, ${readableDay(checkIn.occursOn)}. Thank you.`;
  return {
    text,
    blocks: [
      section(`:white_check_mark: *Answered: ${name}*, ${readableDay(checkIn.occursOn)}. Thank you.`),
      ...ownWords(answer, values).map((words) => section(words)),
      actions('answer', [answerButton(checkIn, 'Edit')]),
    ],
  };
}

function ownWords({ values, win, obstacle }: CheckInAnswer, standing: GivenValue[]): string[] {
  const numbers = values.flatMap(({ metricKey }) => {
    const given = standing.find((one) => one.metricKey === metricKey);
    if (!given) return [];
    const value = given.value === null ? 'no value this time' : `*${readableValue(given.value, given.unit)}*`;
    return [`${escapeMrkdwn(given.name)}: ${value}`];
  });
  const helpers = win?.contributorIds.map((id) => `<@${id}>`).join(', ');
  return [
    ...(numbers.length > 0 ? [numbers.join('\n')] : []),
    ...(win
      ? [
          `*Win for ${cut(escapeMrkdwn(win.client), 150)}*: ${cut(escapeMrkdwn(win.whatChanged), 2400)}${helpers ? `\nWith ${cut(helpers, 400)}` : ''}`,
        ]
      : []),
    ...(obstacle ? [`*In the way*: ${cut(escapeMrkdwn(obstacle), 2900)}`] : []),
  ];
}

function answerButton(checkIn: CheckIn, text: string) {
  return button({
    actionId: ANSWER_BUTTON,
    text,
    value: checkIn.id,
    label: `${text}: ${checkIn.cadenceName}, ${readableDay(checkIn.occursOn)}`,
    ...(text === 'Answer' && { style: 'primary' }),
  });
}
