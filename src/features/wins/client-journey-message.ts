import { context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { pageButtons, pageOf } from '../../platform/slack/pages.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { functionsOf, type Win } from './win.ts';
import { winBlocks } from './win-view.ts';

/** Its value is a page, and the client's name as it was asked for. */
export const JOURNEY_PAGE = 'client_journey_page';

/** Together these stay under what Slack takes in one message. */
const PAGE = 6;
const LENGTH = 400;

/** What changed for one client, from the first win to the last: a journey, and who was part of it. */
export function clientJourneyMessage(wins: readonly [Win, ...Win[]], wanted = Number.MAX_SAFE_INTEGER): Message {
  const shown = pageOf(wins, wanted, PAGE);
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
      ...shown.items.flatMap((win) => [divider(), ...winBlocks(win, { length: LENGTH, title: 'day' })]),
      ...pageButtons(JOURNEY_PAGE, shown, { of: first.client, back: 'Earlier', on: 'Later' }),
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
