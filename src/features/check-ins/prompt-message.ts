import type { KnownBlock } from '@slack/types';
import { actions, context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { answeredBlocks, type GivenValue } from './answer-message.ts';
import { answerButton, askAgainButton, controlsMenu, undoButton } from './control-button.ts';
import type { CheckIn } from './store.ts';

/** A check-in in its message, and what stands for it if it is answered. */
export interface PromptedAnswer {
  checkIn: CheckIn;
  values: GivenValue[];
}

/** How one check-in stands in a message: in a line, and with what can be done about it. */
interface Part {
  text: string;
  blocks: KnownBlock[];
}

/** The one message about what fell due together: each check-in asks, tells that it need not be answered, or is a copy. */
export function promptMessage(prompted: readonly PromptedAnswer[]): Message {
  const parts = prompted.map(({ checkIn, values }) => promptPart(checkIn, values, prompted.length));
  return inOneMessage(parts, 'check-ins for you');
}

function promptPart(checkIn: CheckIn, values: GivenValue[], among: number): Part {
  const { answer, excuse, putOffUntil } = checkIn;
  if (answer) {
    const text = `Answered: ${nameOf(checkIn)}. Thank you.`;
    return { text, blocks: answeredBlocks(checkIn, answer, { values, among }) };
  }
  if (excuse) return excusedPart(checkIn);
  if (putOffUntil) return putOffPart(checkIn, putOffUntil);
  const words = 'ow is it going? It takes about two minutes.';
  return {
    text: `${nameOf(checkIn)}: h${words}`,
    blocks: [
      section(`${boldNameOf(checkIn)}\nH${words}`),
      actions(`answer-${checkIn.id}`, [answerButton(checkIn, 'Answer'), controlsMenu(checkIn)]),
      context(`Open until ${slackTime(checkIn.closesAt)}. \`/checkin\` answers it too, also later.`),
    ],
  };
}

/** It comes back as a message of its own, since nobody is told of a change to this one. */
function putOffPart(checkIn: CheckIn, until: Date): Part {
  return {
    text: `Put off: ${nameOf(checkIn)}.`,
    blocks: [
      section(`${boldNameOf(checkIn)}\nPut off until ${slackTime(until)}; you are asked again then.`),
      actions(`answer-${checkIn.id}`, [answerButton(checkIn, 'Answer'), controlsMenu(checkIn)]),
    ],
  };
}

/** When no answer is owed any more. It may be given all the same. */
function excusedPart(checkIn: CheckIn): Part {
  const { excuse, excusedBecause, closesAt } = checkIn;
  const because = excusedBecause ? escapeMrkdwn(cut(excusedBecause, 400)) : undefined;
  const answer = answerButton(checkIn, 'Answer');
  if (excuse === 'skipped') {
    const text = `Skipped: ${nameOf(checkIn)}.`;
    return {
      text,
      blocks: [
        section(`${text} You owe nothing.${because ? `\n>${because.replaceAll('\n', '\n>')}` : ''}`),
        actions(`answer-${checkIn.id}`, [answer, undoButton(checkIn)]),
        context('Your manager sees that you skipped it, and why. It is not counted as missed.'),
      ],
    };
  }
  if (excuse === 'opted_out') {
    const text = `You are not asked for ${escapeMrkdwn(checkIn.cadenceName)} any more.`;
    return {
      text,
      blocks: [
        section(`${text}${because ? `\n>${because.replaceAll('\n', '\n>')}` : ''}`),
        actions(`answer-${checkIn.id}`, [askAgainButton(checkIn), answer]),
        context('Your manager sees that. `/checkin` takes an answer at any time.'),
      ],
    };
  }
  const text = `Excused${because ? ` (${because})` : ''}: ${nameOf(checkIn)}. You owe nothing.`;
  return {
    text,
    blocks: [
      section(text),
      actions(`answer-${checkIn.id}`, [answer]),
      context(`You can answer all the same, until ${slackTime(closesAt)}.`),
    ],
  };
}

/** Somebody is asked again: they put it off until now, or still owe it. What was settled since is a line. */
export function reminderMessage(checkIns: readonly CheckIn[], remindedAt: Date): Message {
  if (checkIns.length === 0) {
    const text = 'A later message asks for this again.';
    return { text, blocks: [section(text)] };
  }
  return inOneMessage(
    checkIns.map((checkIn) => reminderPart(checkIn, remindedAt)),
    'check-ins are still open',
  );
}

function reminderPart(checkIn: CheckIn, remindedAt: Date): Part {
  const { answer, excuse, putOffUntil, closesAt } = checkIn;
  const settled = (text: string): Part => ({ text, blocks: [section(text)] });
  const name = `${escapeMrkdwn(checkIn.cadenceName)} of ${readableDay(checkIn.occursOn)}`;
  if (answer) return settled(`Answered, thank you: ${name}.`);
  if (excuse) return settled(`${excuse === 'skipped' ? 'Skipped' : 'Excused'}: ${name}.`);
  if (putOffUntil && putOffUntil > remindedAt) {
    return settled(`Put off until ${slackTime(putOffUntil)}, and asked again then: ${name}.`);
  }
  const isAskedAgain = putOffUntil?.getTime() === remindedAt.getTime();
  const text = isAskedAgain
    ? `You put this off until now: your ${name}. How is it going?`
    : `${reminderWords(checkIn)}: your ${name} is still open.`;
  return {
    text,
    blocks: [
      section(text),
      actions(`answer-${checkIn.id}`, [answerButton(checkIn, 'Answer'), controlsMenu(checkIn)]),
      context(`Open until ${slackTime(closesAt)}.`),
    ],
  };
}

function reminderWords({ reminded, reminders }: CheckIn): string {
  if (reminders <= 1) return 'A reminder, the only one';
  return reminded < reminders ? `Reminder ${reminded} of at most ${reminders}` : 'The last reminder';
}

function inOneMessage(parts: Part[], what: string): Message {
  const texts = parts.map(({ text }) => text);
  const text = parts.length === 1 ? texts.join() : `${parts.length} ${what}. ${texts.join(' ')}`;
  return { text: cut(text, 3000), blocks: parts.flatMap(({ blocks }) => blocks) };
}

function nameOf({ cadenceName, occursOn }: CheckIn): string {
  return `${escapeMrkdwn(cadenceName)}, ${readableDay(occursOn)}`;
}

function boldNameOf({ cadenceName, occursOn }: CheckIn): string {
  return `*${escapeMrkdwn(cadenceName)}*, ${readableDay(occursOn)}`;
}
