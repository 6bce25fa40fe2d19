import { actions, context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { partButton } from './part-button.ts';
import type { PartState, Win } from './win.ts';

/** To somebody who was named in a win: what was told, what of it is theirs, and the way to put that right. */
export function partMessage(win: Win, { memberId, partState }: { memberId: string; partState: PartState }): Message {
  const { id, client, whatChanged, recordedById, wonOn, isShareable } = win;
  const part = win.contributors.find((one) => one.memberId === memberId)?.part ?? null;
  const name = cut(escapeMrkdwn(client), 150);
  const own = part === null ? undefined : cut(escapeMrkdwn(part), 300);
  const readers = isShareable
    ? 'It may be told in digests.'
    : 'Only those involved and the managers above you read it.';
  const told = {
    told: own ? `Your part, as they tell it: ${own}` : 'They did not say what you did.',
    confirmed: own
      ? `Your part: ${own}\nYou confirmed it, thank you.`
      : 'You confirmed that you had a part, thank you.',
    corrected: `Your part, in your own words: ${own ?? ''}`,
    declined: 'You said that you had no part: you are credited nowhere.',
  }[partState];
  const buttons = {
    told: [
      partButton('confirm', id, own ? undefined : 'I had a part'),
      partButton('correct', id),
      partButton('decline', id),
    ],
    confirmed: [partButton('correct', id), partButton('decline', id)],
    corrected: [partButton('correct', id), partButton('decline', id)],
    declined: [partButton('confirm', id, 'I had a part after all')],
  }[partState];
  return {
    text: `<@${recordedById}> credits you with a part in a win for ${name}`,
    blocks: [
      section(
        `<@${recordedById}> credits you with a part in a win for *${name}*:\n>${cut(escapeMrkdwn(whatChanged), 1500).replaceAll('\n', '\n>')}`,
      ),
      section(told),
      actions(`part-${id}`, buttons),
      context(`${readableDay(wonOn)}. ${readers}`),
    ],
  };
}

/** In the place of that message, when the win or their name in it was taken back. */
export function partGoneMessage(): Message {
  const text = 'A win in which you were named was taken back, or does not name you any more. There is nothing to do.';
  return { text, blocks: [section(text)] };
}
