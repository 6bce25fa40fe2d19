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
  { timeZone, ofWhom }: { timeZone: string; ofWhom: string | null },
): Message {
  const whose = ofWhom === null ? 'you' : `<@${ofWhom}>`;
  const text = `Who looked at what is on record about ${whose}`;
  const days = [...Map.groupBy(looks, ({ lookedAt }) => dayOf(lookedAt, timeZone))];
  const shown = days.slice(0, MOST_DAYS).map(([day, ofDay]) => {
    return section(cut([`*${readableDay(day)}*`, ...linesOf(ofDay)].join('\n'), DAY_LENGTH));
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
function linesOf(looks: Look[]): string[] {
  const same = Map.groupBy(looks, ({ actorId, surface, parts, metricKeys }) =>
    [actorId, surface, ...parts, ...metricKeys].join(' '),
  );
  return [...same.values()].flatMap((all) => {
    const [look] = all;
    if (!look) return [];
    const times = all.length === 1 ? '' : `, ${all.length} times`;
    return [`• <@${look.actorId}> by ${escapeMrkdwn(look.surface)}${seenWords(look)}${times}`];
  });
}

function seenWords({ parts, metricKeys }: Look): string {
  if (parts.length === 0) return '';
  const words = parts.map((part) => {
    if (part !== 'numbers' || metricKeys.length === 0) return part;
    return `the numbers ${metricKeys.map((key) => `\`${escapeMrkdwn(key)}\``).join(', ')}`;
  });
  return `: ${words.join(', ')}`;
}
