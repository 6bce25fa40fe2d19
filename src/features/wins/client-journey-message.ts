import { context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { functionsOf, type Win } from './win.ts';
import { winBlocks } from './win-view.ts';

/** Together these stay under what Slack takes in one message. */
const MOST_WINS = 6;
const LENGTH = 400;

/** What changed for one client, from the first win to the last: a journey, and who was part of it. */
export function clientJourneyMessage(wins: readonly [Win, ...Win[]]): Message {
  const shown = wins.slice(-MOST_WINS);
  const earlier = wins.length - shown.length;
  const [first] = wins;
  const last = wins.at(-1) ?? first;
  const functions = [...new Set(wins.flatMap(functionsOf))];
  const text = `${last.client}: ${wins.length === 1 ? '1 win' : `${wins.length} wins`}`;
  const span =
    first.wonOn === last.wonOn ? readableDay(first.wonOn) : `${readableDay(first.wonOn)} to ${readableDay(last.wonOn)}`;
  const together = functions.length > 0 ? ` With ${functions.join(', ')}.` : '';
  return {
    text: escapeMrkdwn(text),
    blocks: [
      header(text),
      context(cut(escapeMrkdwn(`${span}.${together}`), 600)),
      ...(earlier > 0 ? [context(`${earlier} earlier ones are not shown.`)] : []),
      ...shown.flatMap((win) => [divider(), ...winBlocks(win, { length: LENGTH, title: 'day' })]),
    ],
  };
}

/** Nothing to show under that name. `similar` are clients that may be meant. */
export function noJourneyMessage(name: string, similar: readonly string[]): Message {
  const meant = similar.length > 0 ? ` Did you mean ${similar.slice(0, 10).join(', ')}?` : '';
  const text = escapeMrkdwn(
    `There is no win that you may read for a client called "${name}".${meant} /win tells the first one.`,
  );
  return { text: cut(text, 2900), blocks: [section(cut(text, 2900))] };
}

export function clientsMessage(names: readonly string[]): Message {
  const text =
    names.length === 0
      ? 'No client has a win yet. `/win` tells the first one.'
      : `Clients with wins, the latest first. \`/win client NAME\` shows what changed for one of them.\n${escapeMrkdwn(names.slice(0, 100).join(', '))}`;
  return { text: cut(text, 2900), blocks: [section(cut(text, 2900))] };
}
