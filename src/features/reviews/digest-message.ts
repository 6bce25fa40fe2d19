import type { KnownBlock } from '@slack/types';
import { textLengthOf } from '../../platform/slack/block-kit/text-length.ts';
import { actions, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { richText } from '../../platform/slack/rich-text.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import { readableExcuses } from '../check-ins/readable-excuses.ts';
import { datedVoiceElements } from '../customer-voice/voice-words-view.ts';
import { feedbackLine } from '../feedback/feedback-words-view.ts';
import { impactMapSection } from '../metrics/impact-map-message.ts';
import { lineageButton } from '../metrics/lineage-button.ts';
import { challengeButton } from '../observations/challenge-button.ts';
import { readableLeftOut } from '../observations/left-out.ts';
import { valuesByPeriod } from '../observations/period-value.ts';
import { isGrowing, movementOf, readableRow, soFar } from '../observations/trend.ts';
import { type Evidence, type Side, whatIsMissing } from './evidence.ts';
import { goalDigestBlocks } from './goal-evidence-message.ts';
import { initiativeWords, waitWords } from './joint-work-view.ts';
import { planDigest } from './plan-evidence-message.ts';
import { trendLines } from './trend-evidence.ts';

// Together these stay under what Slack takes in one message.
const MOST_VALUES = 8;
const MOST_PLANS = 2;
const MOST_WINS = 10;
const MOST_OBSTACLES = 8;
const MOST_FEEDBACK = 6;
/** How long the words of one win, obstacle or piece of feedback may be: the first with which the message fits Slack. */
const WORD_LENGTHS = [300, 200, 120, 60];
const MOST_TEXT = 11_500;
const MOST_VOICES = 3;

const FEEDBACK_NOTE: Record<Side, string> = {
  member: '\nYour manager reads the same, with all names. Where you read no name or no words, it says why.',
  manager: '\nThey read the same, but for names and words that were kept from them; they know that those exist.',
};

/** The digest of the evidence. Both sides read the same, but for what colleagues kept from the member. */
export function reviewDigestMessage(evidence: Evidence, readerId: string): Message {
  const { memberId, cycleName, reviewOn, from, to, metrics, plans, wins, feedback, obstacles, checkIns } = evidence;
  const own = readerId === memberId;
  const side: Side = own ? 'member' : 'manager';
  const whose = own ? 'your review' : `the review of <@${memberId}>`;
  const other = own
    ? 'Your manager reads the same, at the same time.'
    : `<@${memberId}> reads the same, at the same time.`;
  const missing = whatIsMissing(evidence);
  const excuses = readableExcuses(checkIns.excused, checkIns.asked);
  const blocksWith = (length: number): KnownBlock[] => [
    header(`Evidence: ${cycleName}`),
    section(`This is what is on record for ${whose} on *${readableDay(reviewOn)}*. ${other}`),
    context(
      `${readableDay(from)} to ${readableDay(to)}, frozen then. ${checkIns.answered} of ${checkIns.asked} check-ins answered.${excuses ? ` ${excuses}.` : ''}`,
    ),
    ...impactMapSection(evidence.impactMap),
    section(
      `*Metrics*\n${metrics.length === 0 ? 'None agreed.' : metrics.map((metric, at) => metricLine(metric, at, evidence.to)).join('\n')}`,
    ),
    ...worthTalkingAbout(evidence),
    actions('numbers', [lineageButton(memberId), challengeButton([memberId])]),
    ...plans
      .slice(-MOST_PLANS)
      .map((plan, at) => section(planDigest(plan, Math.max(0, plans.length - MOST_PLANS) + at))),
    divider(),
    section(`*Client wins* (${wins.length})`),
    ...numbered(wins, MOST_WINS, (win, at) => winLine(win, at, length)).map((line) => section(line)),
    divider(),
    section(`*Feedback of colleagues* (${feedback.length})${feedback.length === 0 ? '' : FEEDBACK_NOTE[side]}`),
    ...numbered(feedback, MOST_FEEDBACK, (one, at) => `F${at + 1} ${feedbackLine(one[side], length)}`).map((line) =>
      section(line),
    ),
    divider(),
    ...jointWork(evidence),
    ...goalDigestBlocks(evidence),
    ...customersSaid(evidence, length),
    section(`*What got in the way* (${obstacles.length})\nContext for the numbers above.`),
    ...numbered(obstacles, MOST_OBSTACLES, (one, at) => obstacleLine(one, at, length)).map((line) => section(line)),
    divider(),
    section(
      `*What is missing*\n${missing.length === 0 ? 'Nothing that was asked for.' : cut(missing.join('\n'), 1000)}`,
    ),
    context('All of it, uncut, is in the thread. The bot arranges evidence; it does not score or rank. People judge.'),
  ];
  const fitting = WORD_LENGTHS.map(blocksWith).find((blocks) => textLengthOf(blocks) <= MOST_TEXT);
  const text = `The evidence for ${whose} on ${readableDay(reviewOn)} (${cycleName})`;
  return { text, blocks: fitting ?? blocksWith(0) };
}

/** In short: the thread has all of it. */
function jointWork({ initiatives, waits }: Evidence): KnownBlock[] {
  if (initiatives.length + waits.length === 0) return [];
  const lines = [...initiatives.map(initiativeWords).map((words) => cut(words, 300)), ...waits.map(waitWords)];
  return [
    section(
      cut(`*Joint work* (${initiatives.length}) *and waits between teams* (${waits.length})\n${lines.join('\n')}`, 900),
    ),
    divider(),
  ];
}

/** What the numbers themselves say first, and the member of them; the rest and the pictures are in the thread. */
function worthTalkingAbout({ metrics, movedApart }: Evidence): KnownBlock[] {
  const lines = metrics.flatMap((metric, at) => trendLines(metric).map((line) => `M${at + 1} ${line}`));
  const all = [...lines, ...movedApart].map((line) => `• ${cut(escapeMrkdwn(line), 200)}`);
  return all.length === 0 ? [] : [context(cut(all.join('\n'), 800))];
}

function metricLine(metric: Evidence['metrics'][number], index: number, to: CalendarDay): string {
  const { name, direction, timing, source, isAsked, values } = metric;
  const about = `${timing}, ${direction} is better; source: ${escapeMrkdwn(source)}${isAsked ? '' : '; not asked any more'}`;
  const words = `M${index + 1} *${escapeMrkdwn(name)}* (${about})`;
  const periods = valuesByPeriod(values);
  const leftOut = readableLeftOut(values);
  const without = leftOut ? `; ${cut(escapeMrkdwn(leftOut), 250)}` : '';
  if (periods.length === 0) return `${words}: no value${leftOut ? ' that counts' : ''}${without}`;
  const shown = periods.slice(-MOST_VALUES);
  const movement = movementOf(periods.filter((period) => !isGrowing(period, to)));
  const count = periods.length > shown.length ? `, the last ${shown.length} of ${periods.length} values` : '';
  const row = cut(`${words}: ${escapeMrkdwn(readableRow(shown))}${soFar(shown, to)}`, 400);
  return `${row}${movement ? `, ${movement} over the whole time` : ''}${count}${without}`;
}

function winLine(win: Evidence['wins'][number], index: number, length: number): string {
  const who = win.contributorIds.slice(0, 8).map((id) => `<@${id}>`);
  const words = cut(escapeMrkdwn(win.whatChanged), length);
  return `W${index + 1} *${cut(escapeMrkdwn(win.client), 100)}*, ${readableDay(win.on)}: ${words} (${who.join(', ')})`;
}

/** In two blocks: a message has fifty, and words have taken theirs. */
function customersSaid({ voices, voiceScores }: Evidence, length: number): KnownBlock[] {
  const first = Math.max(0, voices.length - MOST_VOICES);
  const scores = voiceScores.length > 0 ? [cut(voiceScores.join('\n'), 300)] : [];
  const earlier = first > 0 ? [earlierOnes(first)] : [];
  const said = voices
    .slice(first)
    .flatMap((voice, at) => datedVoiceElements(voice, { length, mark: `V${first + at + 1}` }));
  return [
    section([`*What customers said* (${voices.length})`, ...scores, ...earlier].join('\n')),
    ...(said.length > 0 ? [richText(...said)] : []),
  ];
}

function obstacleLine({ on, text }: Evidence['obstacles'][number], index: number, length: number): string {
  return `O${index + 1} ${readableDay(on)}: ${cut(escapeMrkdwn(text), length)}`;
}

/** The latest ones, numbered as in the packet, and how many came before them. */
function numbered<T>(items: T[], most: number, line: (item: T, index: number) => string): string[] {
  const first = Math.max(0, items.length - most);
  const lines = items.slice(first).map((item, index) => line(item, first + index));
  return first === 0 ? lines : [earlierOnes(first), ...lines];
}

function earlierOnes(count: number): string {
  return `${count} earlier ones are in the thread.`;
}
