import type { KnownBlock } from '@slack/types';
import { actions, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { pageButtons, pageOf } from '../../platform/slack/pages.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { celebratedBy } from './celebrated-view.ts';
import { partButton } from './part-button.ts';
import type { Contributor, Win } from './win.ts';
import { winButton } from './win-button.ts';
import { creditLine, factsOf } from './win-view.ts';

export interface OwnWin extends Win {
  checkInId: string | null;
  withdrawnAt: Date | null;
}

/** Which page of them: by its number, or the one on which that win stands. */
export type OwnWinsAt = { page: number } | { winId: string };

/** Together these stay under what Slack takes in one message. */
const PAGE = 6;
export const OWN_WINS_PAGE = 'own_wins_page';
const LENGTH = 500;

/** To a member: the wins that they told or had a part in, each with what they can do about it. */
export function ownWinsMessage(
  wins: readonly OwnWin[],
  shown: { memberId: string; celebrating: ReadonlyMap<string, number>; at?: OwnWinsAt },
): Message {
  const { memberId, celebrating, at = { page: 0 } } = shown;
  if (wins.length === 0) {
    const text = 'You have told no client win yet, and nobody has named you in one. `/win` takes one in a minute.';
    return { text, blocks: [section(text)] };
  }
  const wanted = 'page' in at ? at.page : Math.floor(wins.findIndex(({ id }) => id === at.winId) / PAGE);
  const { items, ...page } = pageOf(wins, wanted, PAGE);
  return {
    text: 'Your client wins',
    blocks: [
      header('Your client wins'),
      ...items.flatMap((win) => [
        divider(),
        ...(win.withdrawnAt ? withdrawn(win) : standing(win, memberId, celebrating.get(win.id) ?? 0)),
      ]),
      ...pageButtons(OWN_WINS_PAGE, page),
    ],
  };
}

function withdrawn(win: OwnWin): KnownBlock[] {
  return [section(`Taken back: the win for *${cut(escapeMrkdwn(win.client), 150)}*.`, winButton('restore', win))];
}

function standing(win: OwnWin, memberId: string, celebrating: number): KnownBlock[] {
  const { id, client, whatChanged, wonOn, recordedById, checkInId } = win;
  const isOwn = recordedById === memberId;
  const byCheckIn = isOwn && checkInId !== null ? ['told in a check-in: what you change here changes there too'] : [];
  const celebrated = celebrating > 0 ? [celebratedBy(celebrating)] : [];
  return [
    section(`*${cut(escapeMrkdwn(client), 150)}*\n${cut(escapeMrkdwn(whatChanged), LENGTH)}`),
    context(cut(win.contributors.map((one) => `${creditLine(one)}${stateOf(one, recordedById)}`).join('\n'), 700)),
    context([readableDay(wonOn), ...factsOf(win), ...byCheckIn, ...celebrated].join(' · ')),
    actions(
      `win-${id}`,
      isOwn
        ? [winButton('edit', win), winButton('withdraw', win)]
        : [partButton('correct', id), partButton('decline', id)],
    ),
  ];
}

function stateOf({ memberId, partState }: Contributor, recordedById: string): string {
  if (memberId === recordedById) return '';
  return partState === 'told' ? ' _(not confirmed yet)_' : ` _(${partState})_`;
}
