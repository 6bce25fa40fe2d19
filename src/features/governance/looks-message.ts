import { context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { dayOf, readableDay } from '../../platform/time/calendar-day.ts';
import type { Looks } from './load-looks.ts';
import type { Look } from './look.ts';

/** Together these stay under what Slack takes in one message. */
const MOST_DAYS = 18;
const DAY_LENGTH = 600;

/** Who looked at somebody's record: a paragraph a day of `timeZone`, a line for each reader and way of looking. */
export function looksMessage(
  { looks, areAll }: Extract<Looks, { outcome: 'shown' }>,
  {
    timeZone,
    ofWhom,
    metrics,
  }: { timeZone: string; ofWhom: string | null; metrics: readonly { key: string; name: string }[] },
): Message {
  const names = new Map(metrics.map(({ key, name }) => [key, name]));
  const whose = ofWhom === null ? 'you' : `<@${ofWhom}>`;
  const text = `Who looked at what is on record about ${whose}`;
  const days = [...Map.groupBy(looks, ({ lookedAt }) => dayOf(lookedAt, timeZone))];
  const shown = days.slice(0, MOST_DAYS).map(([day, ofDay]) => {
    return section(cut([`*${readableDay(day)}*`, ...linesOf(ofDay, names)].join('\n'), DAY_LENGTH));
  });
  const rest = areAll && days.length <= MOST_DAYS ? '' : ' Only the latest are shown; the log keeps them all.';
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...(shown.length > 0 ? shown : [section('Nobody but themselves has, so far.')]),
      context(
        `Each look at somebody else's record is written down here, whoever it is, the bot's messages to managers included.${rest}`,
      ),
    ],
  };
}

/** The same look several times on a day is one line that says how often. */
function linesOf(looks: Look[], names: ReadonlyMap<string, string>): string[] {
  const same = Map.groupBy(looks, ({ actorId, surface, parts, metricKeys }) =>
    [actorId, surface, ...parts, ...metricKeys].join(' '),
  );
  return [...same.values()].flatMap((all) => {
    const [look] = all;
    if (!look) return [];
    const times = all.length === 1 ? '' : `, ${all.length} times`;
    return [`• <@${look.actorId}> by ${escapeMrkdwn(look.surface)}${seenWords(look, names)}${times}`];
  });
}

function seenWords({ parts, metricKeys }: Look, names: ReadonlyMap<string, string>): string {
  if (parts.length === 0) return '';
  const words = parts.map((part) => {
    if (part !== 'numbers' || metricKeys.length === 0) return part;
    return `the numbers of ${metricKeys.map((key) => escapeMrkdwn(names.get(key) ?? key)).join(', ')}`;
  });
  return `: ${words.join(', ')}`;
}
