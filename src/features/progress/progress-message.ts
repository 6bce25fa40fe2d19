import type { KnownBlock } from '@slack/types';
import { context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { readableTrend } from '../metrics/trend.ts';
import type { Win } from '../wins/win.ts';
import type { MemberProgress, Progress } from './load-progress.ts';

/** So many people fit one message in full; more are shown by name, a line each. */
const MOST_IN_FULL = 10;
const MOST_LINES = 100;
const WINS_EACH = 2;

/** People in full while they are few; a line each when they are many. */
export function progressMessage(progress: Extract<Progress, { outcome: 'shown' }>): Message {
  const { title, heading, members } = progress;
  const inFull = members.length <= MOST_IN_FULL;
  const answered = members.filter(({ checkIns }) => checkIns.asked > 0 && checkIns.openOn.length === 0).length;
  const blocks: KnownBlock[] = [
    header(title),
    context(
      `The last 13 weeks. ${heading === 'own' ? 'Your manager sees the same.' : `${answered} of ${members.length} owe no check-in now. Each of them sees the same of themselves, and that you looked is on record.`}`,
    ),
    ...(inFull ? members.flatMap((member) => [divider(), ...inDetail(member, members.length)]) : inLines(members)),
  ];
  if (!inFull) blocks.push(context('One person in full: `/progress @name`.'));
  return { text: `${title}: progress over the last 13 weeks`, blocks };
}

function inDetail({ person, checkIns, trends, wins }: MemberProgress, among: number): KnownBlock[] {
  const details = [
    ...trends.map((trend) => `• ${escapeMrkdwn(cut(trend.metric.name, 80))}: ${readableTrend(trend)}`),
    ...(trends.length === 0 ? ['• No metrics yet: they come with a role in the workspace file.'] : []),
  ];
  const latest = checkIns.obstacles.at(-1);
  const obstacle = latest && `In the way (${readableDay(latest.on)}): ${cut(escapeMrkdwn(latest.text), 160)}`;
  return [
    section(
      `*${escapeMrkdwn(person.name)}*: ${standing(checkIns)}\n${cut(details.join('\n'), among > 4 ? 500 : 1500)}`,
    ),
    ...(wins.length + (obstacle ? 1 : 0) > 0
      ? [context(cut([...winLines(wins), ...(obstacle ? [obstacle] : [])].join('\n'), 320))]
      : []),
  ];
}

function winLines(wins: Win[]): string[] {
  const latest = wins.slice(-WINS_EACH).map((win) => {
    const words = cut(escapeMrkdwn(win.whatChanged), 120);
    return `Win: *${escapeMrkdwn(cut(win.client, 60))}* ${words} (${readableDay(win.wonOn)})`;
  });
  return wins.length > WINS_EACH ? [...latest, `${wins.length - WINS_EACH} earlier wins`] : latest;
}

function inLines(members: MemberProgress[]): KnownBlock[] {
  const lines = members.slice(0, MOST_LINES).map(({ person, checkIns, wins }) => {
    const won = wins.length === 1 ? '1 win' : `${wins.length} wins`;
    return `*${cut(escapeMrkdwn(person.name), 40)}*: ${standing(checkIns)}, ${won}`;
  });
  if (members.length > MOST_LINES) lines.push(`…and ${members.length - MOST_LINES} more.`);
  const chunks = Array.from({ length: Math.ceil(lines.length / 20) }, (_, at) => lines.slice(at * 20, at * 20 + 20));
  return chunks.map((chunk) => section(chunk.join('\n')));
}

function standing({ asked, answered, openOn, missedOn }: MemberProgress['checkIns']): string {
  if (asked === 0) return 'not asked yet';
  const open = openOn.at(-1);
  if (open) return `has not answered ${readableDay(open)} yet (${answered} of ${asked} answered)`;
  return missedOn.length > 0 ? `answered ${answered} of ${asked}` : `answered all ${asked}`;
}
