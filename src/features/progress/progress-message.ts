import type { KnownBlock } from '@slack/types';
import { actions, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { PicturedMessage } from '../../platform/slack/picture.ts';
import { richText } from '../../platform/slack/rich-text.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
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
import { checkInWordsInFull } from './check-in-words.ts';
import type { MemberProgress, Progress } from './load-progress.ts';
import { peopleMessage } from './people-message.ts';
import { valueButtons } from './value-button.ts';

const WINS_EACH = 2;
const MOST_SIGNALS = 8;

type Shown = Extract<Progress, { outcome: 'shown' }>;

/** One person in full; of several, what needs attention and a line for each. */
export function progressMessage(progress: Shown): Message {
  const { title, heading, members } = progress;
  const [member, ...others] = members;
  if (!member || others.length > 0) return peopleMessage(progress);
  const isOwn = heading === 'own';
  const { id } = member.person;
  const words = isOwn
    ? 'The last 13 weeks. Your manager sees the same.'
    : 'The last 13 weeks. They see the same of themselves, and that you looked is on record.';
  const ways = [lineageButton(id), ...numbersButtons(id, isOwn), feedbackAboutButton(id), challengeButton([id])];
  return {
    text: `${title}: progress over the last 13 weeks`,
    blocks: [
      header(isOwn ? title : member.person.name),
      context(words),
      divider(),
      ...inDetail(member),
      actions('numbers', [...(isOwn ? valueButtons() : []), ...ways]),
    ],
  };
}

/** Pictures of one person's numbers; of several people there are none: they would be laid side by side. */
export function progressPictures({ title, members }: Shown): PicturedMessage {
  const [member, ...others] = members;
  if (!member || others.length > 0) return { text: title, blocks: [] };
  const plans = member.plans.standings.map(({ plan }) => plan);
  const blocks = trendPictures(chartsOf(member.trends, (key) => targetLine(plans, key)));
  return { text: `${title}: trends as pictures`, blocks };
}

function inDetail({ person, checkIns, trends, wins, voices, plans, optOuts }: MemberProgress): KnownBlock[] {
  const details = [
    ...sideBySide(trends).map(({ one, besides }) => trendLine(one, besides)),
    ...(trends.length === 0 ? ['• No metrics yet: they come with a role in the workspace file.'] : []),
  ];
  const inTheWay = (checkIns?.obstacles ?? []).slice(-1).map(({ on, text }) => {
    return `In the way (${readableDay(on)}): ${cut(escapeMrkdwn(text), 300)}`;
  });
  const words = [
    ...signalLines(trends),
    ...winLines(wins ?? []),
    ...voiceLines(voices),
    ...inTheWay,
    ...optOutLine(optOuts),
  ];
  return [
    section(
      `*${escapeMrkdwn(person.name)}*${checkIns ? `: ${checkInWordsInFull(checkIns)}` : ''}\n${cut(details.join('\n'), 1500)}`,
    ),
    ...planBlocks(plans),
    ...(words.length > 0 ? [context(words.join('\n'))] : []),
    ...voiceBlocks(voices),
  ];
}

/** What is worth talking about, with what the member says it means; and what is too young to tell. */
function signalLines(readings: MetricReading[]): string[] {
  const signals = readings.flatMap((reading) =>
    latestSignals(reading, 3).map((read) => {
      const said = saidOf(reading, read).slice(-1).map(readableInterpretation);
      return `${reading.metric.name}, ${[readableSignal(reading, read), ...said].join('. ')}`;
    }),
  );
  const all = [...signals, ...readablePairsApart(readings)];
  const missing = readableMissing(readings);
  const more = all.length - MOST_SIGNALS;
  return [
    ...all.slice(0, MOST_SIGNALS).map((line) => `◆ Worth talking about: ${cut(escapeMrkdwn(line), 300)}`),
    ...(more > 0 ? [`…and ${more} more worth talking about: \`As a table\` has them.`] : []),
    ...(missing ? [cut(escapeMrkdwn(missing), 400)] : []),
  ];
}

function trendLine(trend: MetricReading, besides: 'counter' | 'leads-to' | null): string {
  const leftOut = readableLeftOut(trend.values);
  const words = leftOut ? `${readableTrend(trend, trend.today)}; ${leftOut}` : readableTrend(trend, trend.today);
  // What is read together with the line above it.
  const mark = besides === 'counter' ? '   ↔' : besides === 'leads-to' ? '   →' : '•';
  return `${mark} ${escapeMrkdwn(cut(trend.metric.name, 80))}: ${escapeMrkdwn(words)}`;
}

/** The figures. */
function voiceLines(voices: Voice[]): string[] {
  if (voices.length === 0) return [];
  return [cut(`Customers: ${scoreLines(voices).slice(0, 2).join('; ') || `${voices.length} heard`}`, 250)];
}

/** What was said last. */
function voiceBlocks(voices: Voice[]): KnownBlock[] {
  const last = voices.at(-1);
  if (!last) return [];
  const said = { ...last, on: last.saidOn, source: sourceNames[last.source] };
  const score = last.score && readableScore(last.score);
  return [richText(...datedVoiceElements({ ...said, score }, { length: 200 }))];
}

function winLines(wins: Win[]): string[] {
  const latest = wins.slice(-WINS_EACH).map(({ client, whatChanged, wonOn }) => {
    const name = cut(escapeMrkdwn(client), 40);
    return `Win for *${name}*: ${cut(escapeMrkdwn(whatChanged), 300)} (${readableDay(wonOn)})`;
  });
  const earlier = wins.length - latest.length;
  return earlier > 0 ? [...latest, earlier === 1 ? '1 earlier win' : `${earlier} earlier wins`] : latest;
}

function optOutLine(optOuts: MemberProgress['optOuts']): string[] {
  const each = optOuts.map(({ cadenceName, reason }) => (reason ? `${cadenceName} (${reason})` : cadenceName));
  return each.length > 0 ? [`Does not want to be asked: ${cut(escapeMrkdwn(each.join(', ')), 600)}`] : [];
}
