import { context, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import type { DigestWeek } from './digest-week.ts';
import type { Win } from './win.ts';

const MOST_LINES = 20;
const MOST_STORIES = 12;
/** Twelve stories of this length stay under what Slack takes in one message. */
const STORY_LENGTH = 600;
const MOST_NAMES = 10;

/** The one message of the week: the clients, what changed for them in a line, everyone who contributed. */
export function digestMessage(teamName: string, week: DigestWeek, wins: Win[]): Message {
  const title = `Client wins: ${teamName}`;
  const days = `${readableDay(week.from)} to ${readableDay(week.to)}`;
  if (wins.length === 0) {
    const text = `No client wins were recorded for ${escapeMrkdwn(teamName)} this week (${days}). \`/checkin\` takes one at any time.`;
    return { text, blocks: [section(text)] };
  }
  const clients = new Set(wins.map(({ client }) => client)).size;
  const contributors = [...new Set(wins.flatMap(({ contributorIds }) => contributorIds))];
  const lines = wins.slice(0, MOST_LINES).map(digestLine);
  if (wins.length > MOST_LINES) lines.push(`…and ${wins.length - MOST_LINES} more.`);
  return {
    text: `${title}: ${counted(wins.length, 'win')} for ${counted(clients, 'client')}`,
    blocks: [
      header(title),
      context(
        `${days} · ${counted(wins.length, 'win')} for ${counted(clients, 'client')}. The stories are in the thread.`,
      ),
      ...lines.map((line) => section(line)),
      section(`Thank you ${names(contributors, 100)}`),
    ],
  };
}

/** The stories in full, for the thread under the digest. */
export function storiesMessage(wins: Win[]): Message {
  const told = wins.slice(0, MOST_STORIES);
  const blocks = told.flatMap((win) => [
    section(`*${cut(escapeMrkdwn(win.client), 150)}*\n${cut(escapeMrkdwn(win.whatChanged), STORY_LENGTH)}`),
    context(`${readableDay(win.wonOn)} · ${names(win.contributorIds)}`),
  ]);
  if (wins.length > told.length) blocks.push(context(`…and ${wins.length - told.length} more.`));
  return { text: `The stories behind ${counted(wins.length, 'client win')}`, blocks };
}

function digestLine({ client, whatChanged, contributorIds }: Win): string {
  const firstLine = whatChanged.split('\n')[0] ?? '';
  return `*${cut(escapeMrkdwn(client), 150)}*: ${cut(escapeMrkdwn(firstLine), 200)} (${names(contributorIds)})`;
}

function names(memberIds: string[], most = MOST_NAMES): string {
  const named = memberIds.slice(0, most).map((id) => `<@${id}>`);
  return memberIds.length > most ? `${named.join(', ')} and ${memberIds.length - most} others` : named.join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
