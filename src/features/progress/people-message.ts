import type { KnownBlock } from '@slack/types';
import { actions, button, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { challengeButton } from '../observations/challenge-button.ts';
import { readableRow } from '../observations/trend.ts';
import { latestSignals, readablePairsApart, readableSignal } from '../signals/readable-signal.ts';
import type { MetricReading } from '../signals/reading.ts';
import { checkInWordsInFull } from './check-in-words.ts';
import type { MemberProgress, Progress } from './load-progress.ts';
import { ANSWERING, type Attention, needingAttention } from './needing-attention.ts';

/** Opens one person in full; its value is their id. */
export const DETAILS_BUTTON = 'progress_in_full';

/** A message has fifty blocks, and a button needs one of its own: more people than that stand in a line without. */
const MOST_WITH_BUTTON = 40;
const MOST_PEOPLE = 100;
const LINES_A_BLOCK = 20;
const LINE_LENGTH = 140;
const MOST_NAMES = 12;
/** All text of a message together has 12,000 characters: so many for people's lines, so many for what needs attention. */
const ROOM = 9_000;
const ATTENTION_ROOM = 2_000;

type Shown = Extract<Progress, { outcome: 'shown' }>;

/** Several people: first what needs attention, then each with their last numbers and what is worth talking about. */
export function peopleMessage({ title, members, today }: Shown): Message {
  const withButtons = members.length <= MOST_WITH_BUTTON;
  const shown = members.slice(0, MOST_PEOPLE);
  const room = Math.min(700, Math.floor(ROOM / shown.length));
  const lines = withButtons
    ? shown.map((member) => personBlock(member, room))
    : inBlocks(shown.map((member) => cut(shortLine(member), Math.min(room, LINE_LENGTH))));
  const more = members.length - MOST_PEOPLE;
  return {
    text: `${title}: progress over the last 13 weeks`,
    blocks: [
      header(title),
      section(attentionWords(needingAttention(members, today), members)),
      divider(),
      ...lines,
      ...(more > 0 ? [section(`…and ${more} more.`)] : []),
      context(`The last 13 weeks. ${withButtons ? '' : 'One person in full: `/progress @name`. '}${whoSees(members)}`),
      actions('numbers', [challengeButton(members.map(({ person }) => person.id))]),
    ],
  };
}

function attentionWords(attention: readonly Attention[], members: readonly MemberProgress[]): string {
  const asked = members.filter(({ checkIns }) => checkIns && checkIns.asked > 0);
  const owing = asked.filter(({ checkIns }) => checkIns && checkIns.openOn.length > 0);
  const answered =
    asked.length === 0 || owing.length > 0
      ? []
      : ['Everybody who was asked has answered, or the time to answer is over.'];
  const each = attention.map(({ what, who }) => {
    const count = what === ANSWERING ? ` (${who.length} of ${asked.length})` : '';
    const shown = who.slice(0, MOST_NAMES).map((words) => cut(escapeMrkdwn(words), 120));
    const more = who.length - shown.length;
    return `• *${what}*${count}: ${cut(shown.join(', '), 500)}${more > 0 ? `, and ${more} more` : ''}`;
  });
  if (each.length === 0) return ['Nothing needs your attention now.', ...answered].join(' ');
  return cut(['*Needs attention*', ...answered, ...each].join('\n'), ATTENTION_ROOM);
}

function whoSees(members: readonly MemberProgress[]): string {
  const partly = members.some(({ checkIns }) => checkIns === null)
    ? 'Of those you do not manage you see no words, only what is yours to see. '
    : '';
  return `${partly}Each of them sees the same of themselves, and that you looked is on record.`;
}

function personBlock(member: MemberProgress, room: number): KnownBlock {
  const { person, trends, checkIns } = member;
  const numbers = checkIns === null ? '' : trends.map(lastNumbers).join(' · ');
  const talk = worthTalking(trends).map((words) => `\n◆ ${cut(escapeMrkdwn(words), 260)}`);
  const more = talk.length - MOST_SIGNALS;
  const shown = [...talk.slice(0, MOST_SIGNALS), ...(more > 0 ? [`\n…and ${more} more worth talking about`] : [])];
  return section(
    cut(`${nameAndFacts(member)}${numbers && `\n${cut(numbers, room / 2)}`}${shown.join('')}`, room),
    button({ actionId: DETAILS_BUTTON, text: 'In full', value: person.id, label: `In full: ${person.name}` }),
  );
}

const MOST_SIGNALS = 2;

/** Where people are many: what is worth talking about by its name only. */
function shortLine(member: MemberProgress): string {
  const names = member.trends
    .filter((reading) => latestSignals(reading, 1).length > 0)
    .map(({ metric }) => metric.name);
  return `${nameAndFacts(member)}${names.length > 0 ? ` ◆ ${cut(escapeMrkdwn(names.join(', ')), 40)}` : ''}`;
}

/** `*Ana*: answered all 13, 2 wins`; of somebody whose words are not theirs to see, the last numbers of each metric. */
function nameAndFacts({ person, checkIns, wins, trends }: MemberProgress): string {
  const won = wins && wins.length > 0 && (wins.length === 1 ? '1 win' : `${wins.length} wins`);
  const known = checkIns
    ? [checkInWordsInFull(checkIns), won, trends.every(({ periods }) => periods.length === 0) && 'no number yet']
    : [...trends.map(lastNumbers), won];
  const words = known.filter((one) => one !== null && one !== false);
  return `*${cut(escapeMrkdwn(person.name), 40)}*: ${words.join(', ') || 'nothing yet that is yours to see'}`;
}

const MOST_PERIODS = 3;

/** `Time to first reply 3.9 → 3.4 → 3.1 hours so far`. */
function lastNumbers({ metric, periods }: MetricReading): string {
  const last = periods.slice(-MOST_PERIODS);
  const soFar = last.at(-1)?.isRunning ? ' so far' : '';
  return escapeMrkdwn(`${cut(metric.name, 60)} ${last.length > 0 ? readableRow(last) : 'without a value'}${soFar}`);
}

/** The last signal of each metric, and pairs that move apart. */
function worthTalking(readings: readonly MetricReading[]): string[] {
  const signals = readings.flatMap((reading) =>
    latestSignals(reading, 1).map((read) => `${reading.metric.name}: ${readableSignal(reading, read)}`),
  );
  return [...signals, ...readablePairsApart(readings)];
}

function inBlocks(lines: string[]): KnownBlock[] {
  return Array.from({ length: Math.ceil(lines.length / LINES_A_BLOCK) }, (_, at) =>
    section(lines.slice(at * LINES_A_BLOCK, (at + 1) * LINES_A_BLOCK).join('\n')),
  );
}
