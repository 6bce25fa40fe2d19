import type { KnownBlock } from '@slack/types';
import { context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import type { PicturedMessage } from '../../platform/slack/picture.ts';
import { quote, richText } from '../../platform/slack/rich-text.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { moveLine } from '../initiatives/moved-view.ts';
import { celebratedBy } from './celebrated-view.ts';
import { type ClientWins, type Digest, headline, winsByClient } from './digest.ts';
import { functionsOf, isCollective, type Win } from './win.ts';
import { winBlocks } from './win-view.ts';

const MOST_CLIENTS = 15;
const MOST_OF_CLIENT = 3;
const MOST_STORIES = 8;
/** So many stories of this length, with everyone's part, stay under what Slack takes in one message. */
const STORY_LENGTH = 550;
const MOST_NAMES = 10;
const MOST_MOVES = 6;

/** The one message of the week: what changed for clients in a line each, everyone who contributed, what moved. */
export function digestMessage({ teamName, week, wins, moves, quotes, picture, celebrating }: Digest): PicturedMessage {
  const title = `Client wins: ${teamName}`;
  const days = `${readableDay(week.from)} to ${readableDay(week.to)}`;
  const more = [...movedBlocks(moves), ...quoteBlocks(quotes)];
  if (wins.length === 0) {
    const text = `No client wins were recorded for ${escapeMrkdwn(teamName)} this week (${days}). \`/win\` takes one at any time.`;
    return { text, blocks: [section(text), ...more] };
  }
  const byClient = winsByClient(wins);
  const contributors = [...new Set(wins.flatMap(({ contributorIds }) => contributorIds))];
  const counts = `${counted(wins.length, 'win')} for ${counted(byClient.length, 'client')}`;
  const changed = headline(wins);
  const lines = byClient.slice(0, MOST_CLIENTS).map(clientLines);
  if (byClient.length > MOST_CLIENTS) lines.push(`…and ${byClient.length - MOST_CLIENTS} more clients.`);
  return {
    text: `${title}: ${counts}`,
    blocks: [
      header(title),
      ...(changed ? [section(`*This week ${changed}.*`)] : []),
      context(`${days} · ${counts}. The stories are in the thread.`),
      ...lines.map((line) => section(line)),
      section(`Thank you ${names(contributors, 60)}`),
      ...(picture ? [{ type: 'picture' as const, ...picture }] : []),
      ...more,
      ...(celebrating > 0 ? [context(`C${celebratedBy(celebrating).slice(1)}.`)] : []),
    ],
  };
}

/** The stories in full, each with everyone's part, for the thread under the digest. */
export function storiesMessage(wins: readonly Win[]): Message {
  const ordered = winsByClient(wins).flatMap((one) => one.wins);
  const told = ordered.slice(0, MOST_STORIES);
  const blocks = told.flatMap((win) => winBlocks(win, { length: STORY_LENGTH, title: 'client' }));
  if (ordered.length > told.length)
    blocks.push(context(`…and ${ordered.length - told.length} more: \`/win client NAME\`.`));
  return { text: `The stories behind ${counted(wins.length, 'client win')}`, blocks };
}

function clientLines({ client, wins }: ClientWins): string {
  const name = `*${cut(escapeMrkdwn(client), 150)}*`;
  const [only] = wins;
  if (only && wins.length === 1) return `${name}: ${winLine(only)}`;
  const lines = wins.slice(0, MOST_OF_CLIENT).map((win) => `• ${winLine(win)}`);
  const more = wins.length - lines.length;
  return [name, ...lines, ...(more > 0 ? [`…and ${more} more`] : [])].join('\n');
}

function winLine(win: Win): string {
  const firstLine = win.whatChanged.split('\n')[0] ?? '';
  const together = isCollective(win) ? `. _Together: ${cut(escapeMrkdwn(functionsOf(win).join(', ')), 120)}_` : '';
  return `${cut(escapeMrkdwn(firstLine), 160)} (${names(win.contributorIds, 6)})${together}`;
}

function movedBlocks(moves: Digest['moves']): KnownBlock[] {
  if (moves.length === 0) return [];
  const told = moves.slice(-MOST_MOVES).map((move) => `• ${moveLine(move)}`);
  const before = moves.length - told.length;
  const more = '`/throughline initiatives` and `/throughline waiting` show them';
  return [
    divider(),
    section(cut(`*What moved between teams*\n${told.join('\n')}`, 1400)),
    ...(before > 0 ? [context(`…and ${before} before these: ${more}.`)] : []),
  ];
}

function quoteBlocks(quotes: Digest['quotes']): KnownBlock[] {
  if (quotes.length === 0) return [];
  const lines = quotes.map(({ client, words }) => `${cut(words, 250)}\n— ${cut(client ?? 'a customer', 100)}`);
  return [divider(), section('*What customers said*'), richText(...lines.map((line) => quote(line)))];
}

function names(memberIds: string[], most = MOST_NAMES): string {
  const named = memberIds.slice(0, most).map((id) => `<@${id}>`);
  return memberIds.length > most ? `${named.join(', ')} and ${memberIds.length - most} others` : named.join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
