import type { KnownBlock, RichTextBlock } from '@slack/types';
import { textLengthOf } from '../../platform/slack/block-kit/text-length.ts';
import { context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { escapeMrkdwn, linkTo } from '../../platform/slack/mrkdwn.ts';
import { bold, line, quote, richText } from '../../platform/slack/rich-text.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { LONGEST_WORDS } from '../customer-voice/voice.ts';
import { datedVoiceElements } from '../customer-voice/voice-words-view.ts';
import { readableFeedback } from '../feedback/feedback-words-view.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { whyLeftOut } from '../observations/usable-value.ts';
import { readableKind } from '../wins/win-kinds.ts';
import type { Evidence, Side } from './evidence.ts';
import { goalsInFull } from './goal-evidence-message.ts';
import { impactInFull } from './impact-evidence-message.ts';
import { initiativeWords, waitWords } from './joint-work-view.ts';
import { wholePlan } from './plan-evidence-message.ts';
import { trendLines } from './trend-evidence.ts';

/** What Slack takes in one section, and in one message altogether. */
const SECTION_LENGTH = 2900;
const PAGE_LENGTH = 10_000;
const PAGE_BLOCKS = 40;

/** The whole of the evidence, numbered as in the digest and nothing cut, in as many messages as it needs. */
export function evidencePages(evidence: Evidence, side: Side): Message[] {
  const pages = inPages(everything(evidence, side).flatMap(inBlocks));
  return pages.map((blocks, at) => {
    const text = `The whole evidence for ${evidence.cycleName}, page ${at + 1} of ${pages.length}`;
    return { text, blocks: [context(escapeMrkdwn(text)), ...blocks] };
  });
}

/** As mrkdwn; quoted, what is typed and read as it was. */
function everything(evidence: Evidence, side: Side): (string | RichTextBlock)[] {
  const { metrics, plans, wins, feedback, initiatives, waits, voices, voiceScores, obstacles, checkIns } = evidence;
  return [
    ...impactInFull(evidence),
    ...metrics.map(({ name, values, ...trend }, at) => {
      const rows = values.map(
        (value) => `${readableDay(value.on)}: ${escapeMrkdwn(readableValue(value.value, value))}${leftOut(value)}`,
      );
      return [
        `*M${at + 1} ${escapeMrkdwn(name)}*`,
        ...(rows.length > 0 ? rows : ['No value.']),
        ...trendLines(trend).map(escapeMrkdwn),
      ].join('\n');
    }),
    ...plans.map(wholePlan),
    ...wins.map(({ on, client, whatChanged, contributorIds, kind, metricName, evidenceUrl, parts }, at) => {
      const who = contributorIds.map((id) => {
        const part = parts.find(({ memberId }) => memberId === id)?.part;
        return part ? `<@${id}> (${escapeMrkdwn(part)})` : `<@${id}>`;
      });
      const facts = [
        ...(kind ? [readableKind(kind)] : []),
        ...(metricName ? [`touches ${escapeMrkdwn(metricName)}`] : []),
        ...(evidenceUrl ? [linkTo(evidenceUrl, 'evidence')] : []),
      ];
      const name = `*W${at + 1} ${escapeMrkdwn(client)}*, ${[readableDay(on), ...facts].join(' · ')}`;
      return `${name}\n${escapeMrkdwn(whatChanged)}\n${who.join(', ')}`;
    }),
    ...feedback.map((one, at) => `*F${at + 1}* ${readableFeedback(one[side], { whole: true })}`),
    ...initiatives.map(initiativeWords),
    ...(waits.length > 0 ? [`*Waits between teams*\n${waits.map(waitWords).join('\n')}`] : []),
    ...goalsInFull(evidence),
    ...(voiceScores.length > 0 ? [`*Scores of customers*\n${voiceScores.join('\n')}`] : []),
    ...voices.map((voice, at) => richText(...datedVoiceElements(voice, { mark: `V${at + 1}`, length: LONGEST_WORDS }))),
    ...obstacles.map(({ on, text }, at) => richText(line(bold(`O${at + 1}`), ` ${readableDay(on)}`), quote(text))),
    ...(checkIns.excused.length > 0 ? [`*Check-ins excused*: ${checkIns.excused.map(excusedDay).join(', ')}`] : []),
    checkIns.missedOn.length > 0
      ? `*Check-ins not answered*: ${checkIns.missedOn.map(readableDay).join(', ')}`
      : '*Check-ins not answered*: none',
  ];
}

function inBlocks(piece: string | RichTextBlock): KnownBlock[] {
  return typeof piece === 'string' ? inSections(piece).map((words) => section(words)) : [piece];
}

/** Breaks words that are too long for one section: at a line, else at a space, else where it must be. */
function inSections(words: string): string[] {
  if (words.length <= SECTION_LENGTH) return [words];
  const head = words.slice(0, SECTION_LENGTH);
  const at = [head.lastIndexOf('\n'), head.lastIndexOf(' '), head.lastIndexOf(';') + 1].find((index) => index > 0);
  const end = at ?? SECTION_LENGTH;
  return [words.slice(0, end), ...inSections(words.slice(end).trimStart())];
}

function inPages(blocks: KnownBlock[]): KnownBlock[][] {
  const pages: KnownBlock[][] = [[]];
  let length = 0;
  for (const block of blocks) {
    const page = pages.at(-1) ?? [];
    const more = textLengthOf(block);
    if (page.length > 0 && (length + more > PAGE_LENGTH || page.length === PAGE_BLOCKS)) {
      pages.push([block]);
      length = more;
    } else {
      page.push(block);
      length += more;
    }
  }
  return pages;
}

function leftOut(value: Evidence['metrics'][number]['values'][number]): string {
  const why = whyLeftOut(value);
  return why === undefined ? '' : ` (does not count: ${why})`;
}

function excusedDay({ on, excuse, because }: Evidence['checkIns']['excused'][number]): string {
  const ours = excuse === 'our_downtime' ? 'missed by us, not by the person' : (because ?? excuse);
  return `${readableDay(on)} (${escapeMrkdwn(ours)})`;
}
