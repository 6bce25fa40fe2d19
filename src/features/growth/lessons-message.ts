import type { KnownBlock } from '@slack/types';
import { actions, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { pageButtons, pageOf } from '../../platform/slack/pages.ts';
import { type Experiment, mayCarryOn, resultWords } from './experiment.ts';
import { experimentButton } from './experiment-button.ts';

/** Its value is a page, and the words that were looked for. */
export const LESSONS_PAGE = 'lessons_page';

/** Together these stay under what Slack takes in one message. */
const MOST_SHOWN = 10;
const LESSON_LENGTH = 450;
const LENGTH = 150;

interface LessonsShown {
  words: string;
  lessons: readonly Experiment[];
  reader: { memberId: string; teamKey: string | null };
  page?: number;
}

/** What was learned, for whoever asks; with words, what holds them. */
export function lessonsMessage({ words, lessons, reader, page = 0 }: LessonsShown): Message {
  const about = words === '' ? '' : ` about "${cut(escapeMrkdwn(words), 100)}"`;
  if (lessons.length === 0) {
    const text =
      words === ''
        ? 'No lesson has been told yet. `/throughline experiments` starts an experiment; whatever comes of it is a lesson.'
        : `No lesson${about}. Try fewer words, or \`/throughline lessons\` for the latest ones.`;
    return { text, blocks: [section(text)] };
  }
  const shown = pageOf(lessons, page, MOST_SHOWN);
  return {
    text: `Lessons${about}`,
    blocks: [
      header(words === '' ? 'Lessons' : `Lessons about "${words}"`),
      ...shown.items.flatMap((lesson) => [
        divider(),
        ...lessonBlocks(lesson),
        ...(mayCarryOn(lesson, reader) ? [actions(`lesson-${lesson.id}`, [experimentButton('finish', lesson)])] : []),
      ]),
      ...pageButtons(LESSONS_PAGE, shown, { of: words }),
    ],
  };
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** The note of a month, to a channel. What did not work stands among the rest: it is what others need not try. */
export function lessonsNoteMessage(month: string, lessons: readonly Experiment[]): Message {
  const name = `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
  const count = lessons.length === 1 ? '1 experiment' : `${lessons.length} experiments`;
  const more = lessons.length - MOST_SHOWN;
  return {
    text: `What we learned in ${name}: ${count}`,
    blocks: [
      header(`What we learned in ${name}`),
      context(`From ${count}. \`/throughline lessons\` finds them again, by any word.`),
      ...lessons.slice(0, MOST_SHOWN).flatMap((lesson) => [divider(), ...lessonBlocks(lesson)]),
      ...(more > 0 ? [context(`…and ${more} more: \`/throughline lessons\`.`)] : []),
    ],
  };
}

/** In the place of the note, when its only lessons were taken back. */
export function noLessonsMessage(month: string): Message {
  const text = `The lessons of ${month} were taken back.`;
  return { text, blocks: [section(text)] };
}

function lessonBlocks({
  memberId,
  lesson,
  bottleneck,
  change,
  whatWasSeen,
  result,
  metricName,
}: Experiment): KnownBlock[] {
  const facts = [
    `In the way: ${part(bottleneck)}`,
    ...(change ? [`Tried: ${part(change)}`] : []),
    ...(whatWasSeen ? [`Seen: ${part(whatWasSeen)}`] : []),
    ...(metricName ? [`Measured by ${part(metricName)}`] : []),
    `${result ? resultWords[result] : ''}. Ask <@${memberId}>.`,
  ];
  return [section(`*${cut(escapeMrkdwn(lesson ?? ''), LESSON_LENGTH)}*`), context(facts.join('\n'))];
}

function part(text: string): string {
  return cut(escapeMrkdwn(text), LENGTH);
}
