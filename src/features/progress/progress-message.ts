import type { Button, KnownBlock } from '@slack/types';
import { actions, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { PicturedMessage } from '../../platform/slack/picture.ts';
import { richText } from '../../platform/slack/rich-text.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import type { CheckInRecord } from '../check-ins/load-check-in-record.ts';
import { readableExcuses } from '../check-ins/readable-excuses.ts';
import { readableScore } from '../customer-voice/score.ts';
import { sourceNames, type Voice } from '../customer-voice/voice.ts';
import { scoreLines } from '../customer-voice/voice-summary.ts';
import { datedVoiceElements } from '../customer-voice/voice-words-view.ts';
import { feedbackAboutButton } from '../feedback/feedback-button.ts';
import { lineageButton } from '../metrics/lineage-button.ts';
import { challengeButton } from '../observations/challenge-button.ts';
import { readableLeftOut } from '../observations/left-out.ts';
import { readableTrend } from '../observations/trend.ts';
import { planBlocks } from '../plans/standing-message.ts';
import { targetLine } from '../plans/target-line.ts';
import { chartsOf } from '../signals/chart-panel.ts';
import { numbersButtons } from '../signals/numbers-button.ts';
import { sideBySide } from '../signals/pair.ts';
import {
  latestSignals,
  readableInterpretation,
  readableMissing,
  readablePairsApart,
  readableSignal,
  saidOf,
} from '../signals/readable-signal.ts';
import type { MetricReading } from '../signals/reading.ts';
import { trendPictures } from '../signals/trend-pictures-message.ts';
import type { Win } from '../wins/win.ts';
import type { MemberProgress, Progress } from './load-progress.ts';
import { valueButtons } from './value-button.ts';

/** So many people fit one message in full. */
const PAGE = 10;
/** A command may be answered so often; more people than that are shown in a line each. */
const MOST_PAGES = 5;
const MOST_LINES = 100;
const WINS_EACH = 2;

type Shown = Extract<Progress, { outcome: 'shown' }>;

/** People in full, ten a message; a line each when they are too many for that. */
export function progressMessages(progress: Shown): Message[] {
  const { title, heading, members } = progress;
  const text = `${title}: progress over the last 13 weeks`;
  const opening = [header(title), context(introduction(progress))];
  const pages = inPages(members, PAGE);
  if (pages.length > MOST_PAGES) {
    return [{ text, blocks: [...opening, ...inLines(members), context('One person in full: `/progress @name`.')] }];
  }
  return pages.map((page, at) => {
    const people = page.flatMap((member) => [divider(), ...inDetail(member, page.length)]);
    const own = heading === 'own';
    const ofOne = members.length === 1 ? members.flatMap(({ person }) => buttonsOfOne(person.id, own)) : [];
    const challenge = challengeButton(page.map(({ person }) => person.id));
    const numbers = actions('numbers', [...(own ? valueButtons() : []), ...ofOne, challenge]);
    return { text, blocks: [...(at === 0 ? opening : []), ...people, numbers] };
  });
}

function buttonsOfOne(memberId: string, isOwn: boolean): Button[] {
  return [lineageButton(memberId), ...numbersButtons(memberId, isOwn), feedbackAboutButton(memberId)];
}

/** Pictures of one person's numbers; of several people there are none: they would be laid side by side. */
export function progressPictures({ title, members }: Shown): PicturedMessage {
  const [member, ...others] = members;
  if (!member || others.length > 0) return { text: title, blocks: [] };
  const plans = member.plans.standings.map(({ plan }) => plan);
  const blocks = trendPictures(chartsOf(member.trends, (key) => targetLine(plans, key)));
  return { text: `${title}: trends as pictures`, blocks };
}

function introduction({ heading, members }: Shown): string {
  if (heading === 'own') return 'The last 13 weeks. Your manager sees the same.';
  const records = members.flatMap(({ checkIns }) => checkIns ?? []);
  const upToDate = records.filter(({ asked, openOn }) => asked > 0 && openOn.length === 0).length;
  const owed = records.length > 0 ? ` ${upToDate} of ${records.length} owe no check-in now.` : '';
  const partly =
    members.length > records.length ? ' Of those you do not manage you see no words, only what is yours to see.' : '';
  return `The last 13 weeks.${owed}${partly} Each of them sees the same of themselves, and that you looked is on record.`;
}

function inDetail(
  { person, checkIns, trends, wins, voices, plans, optOuts }: MemberProgress,
  among: number,
): KnownBlock[] {
  const isCrowded = among > 4;
  const details = [
    ...sideBySide(trends).map(({ one, besides }) => trendLine(one, besides)),
    ...(trends.length === 0 ? ['• No metrics yet: they come with a role in the workspace file.'] : []),
  ];
  const inTheWay = (checkIns?.obstacles ?? []).slice(-1).map(({ on, text }) => {
    return `In the way (${readableDay(on)}): ${cut(escapeMrkdwn(text), isCrowded ? 110 : 300)}`;
  });
  const words = [
    ...signalLines(trends, isCrowded),
    ...winLines(wins ?? [], isCrowded ? 80 : 300),
    ...voiceLines(voices, isCrowded),
    ...inTheWay,
    ...optOutLine(optOuts, isCrowded ? 80 : 600),
  ];
  return [
    section(
      `*${escapeMrkdwn(person.name)}*${checkIns ? `: ${standingInFull(checkIns)}` : ''}\n${cut(details.join('\n'), isCrowded ? 380 : 1500)}`,
    ),
    ...planBlocks(plans, among === 1 ? 'in-full' : 'in-a-line'),
    ...(words.length > 0 ? [context(words.join('\n'))] : []),
    ...voiceBlocks(voices, isCrowded),
  ];
}

/** What is worth talking about, with what the member says it means; where there is room, what is too young to tell. */
function signalLines(readings: MetricReading[], isCrowded: boolean): string[] {
  const [most, length] = isCrowded ? [1, 230] : [3, 600];
  const signals = readings.flatMap((reading) =>
    latestSignals(reading, most).map((read) => {
      const said = saidOf(reading, read).slice(-1).map(readableInterpretation);
      return `${reading.metric.name}, ${[readableSignal(reading, read), ...said].join('. ')}`;
    }),
  );
  const apart = readablePairsApart(readings);
  const missing = isCrowded ? undefined : readableMissing(readings);
  const shown = [...signals, ...apart].slice(0, isCrowded ? 2 : 8);
  const more = signals.length + apart.length - shown.length;
  return [
    ...shown.map((line) => `◆ Worth talking about: ${cut(escapeMrkdwn(line), length)}`),
    ...(more > 0 ? [`…and ${more} more worth talking about: \`/progress @name\`.`] : []),
    ...(missing ? [cut(escapeMrkdwn(missing), 400)] : []),
  ];
}

function trendLine(trend: MetricReading, besides: 'counter' | 'leads-to' | null): string {
  const leftOut = readableLeftOut(trend.values);
  const words = leftOut ? `${readableTrend(trend)}; ${leftOut}` : readableTrend(trend);
  // What is read together with the line above it.
  const mark = besides === 'counter' ? '   ↔' : besides === 'leads-to' ? '   →' : '•';
  return `${mark} ${escapeMrkdwn(cut(trend.metric.name, 80))}: ${escapeMrkdwn(words)}`;
}

/** The figures; where many are shown, how many there are. */
function voiceLines(voices: Voice[], isCrowded: boolean): string[] {
  if (voices.length === 0) return [];
  const scores = isCrowded ? [] : scoreLines(voices).slice(0, 2);
  return [cut(`Customers: ${scores.join('; ') || `${voices.length} heard`}`, 250)];
}

/** What was said last. */
function voiceBlocks(voices: Voice[], isCrowded: boolean): KnownBlock[] {
  const last = voices.at(-1);
  if (!last || isCrowded) return [];
  const said = { ...last, on: last.saidOn, source: sourceNames[last.source] };
  const score = last.score && readableScore(last.score);
  return [richText(...datedVoiceElements({ ...said, score }, { length: 200 }))];
}

function winLines(wins: Win[], length: number): string[] {
  const latest = wins.slice(-WINS_EACH).map(({ client, whatChanged, wonOn }) => {
    const name = cut(escapeMrkdwn(client), 40);
    return `Win for *${name}*: ${cut(escapeMrkdwn(whatChanged), length)} (${readableDay(wonOn)})`;
  });
  const earlier = wins.length - latest.length;
  return earlier > 0 ? [...latest, earlier === 1 ? '1 earlier win' : `${earlier} earlier wins`] : latest;
}

function optOutLine(optOuts: MemberProgress['optOuts'], length: number): string[] {
  const each = optOuts.map(({ cadenceName, reason }) => (reason ? `${cadenceName} (${reason})` : cadenceName));
  return each.length > 0 ? [`Does not want to be asked: ${cut(escapeMrkdwn(each.join(', ')), length)}`] : [];
}

function inLines(members: MemberProgress[]): KnownBlock[] {
  const lines = members.slice(0, MOST_LINES).map(({ person, checkIns, wins }) => {
    const won = wins && (wins.length === 1 ? '1 win' : `${wins.length} wins`);
    const known = [checkIns && checkInWords(checkIns), won].filter((words) => words !== null);
    return `*${cut(escapeMrkdwn(person.name), 40)}*: ${known.join(', ') || 'only some of the numbers are yours to see'}`;
  });
  if (members.length > MOST_LINES) lines.push(`…and ${members.length - MOST_LINES} more.`);
  return inPages(lines, 20).map((page) => section(page.join('\n')));
}

function standingInFull(checkIns: CheckInRecord): string {
  const excuses = readableExcuses(checkIns.excused, checkIns.asked);
  return excuses === undefined ? checkInWords(checkIns) : `${checkInWords(checkIns)}; ${excuses}`;
}

/** How somebody's check-ins stand, in a few words. */
export function checkInWords({ asked, answered, openOn, missedOn, excused }: CheckInRecord): string {
  if (asked === 0) return 'not asked yet';
  const open = openOn.at(-1);
  if (open) return `has not answered ${readableDay(open)} yet (${answered} of ${asked} answered)`;
  const all = missedOn.length === 0 && excused.length === 0;
  return all ? `answered all ${asked}` : `answered ${answered} of ${asked}`;
}

function inPages<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
