import type { KnownBlock } from '@slack/types';
import { actions, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { pageButtons, pageOf } from '../../platform/slack/pages.ts';
import { type CalendarDay, readableDay } from '../../platform/time/calendar-day.ts';
import { type Dependency, howLong, mayRelease } from './dependency.ts';
import { jointWorkButton } from './joint-work-button.ts';

export const WAITING_PAGE = 'waiting_page';

/** Together these stay under what Slack takes in one message. */
const PAGE = 8;
const MOST_RELEASED = 5;

export interface WaitingShown {
  dependencies: readonly Dependency[];
  reader: { memberId: string; teamKey: string | null };
  today: CalendarDay;
  /** Taken back a moment ago. */
  withdrawn?: Dependency;
  page?: number;
}

/** What one team waits for from another, the longest wait first. */
export function waitingMessage({ dependencies, reader, today, withdrawn, page = 0 }: WaitingShown): Message {
  const waiting = dependencies.filter(({ releasedAt }) => releasedAt === null);
  const released = dependencies.filter(({ releasedAt }) => releasedAt !== null).slice(-MOST_RELEASED);
  const shown = pageOf(waiting, page, PAGE);
  return {
    text: 'What teams wait for',
    blocks: [
      header('What teams wait for'),
      actions('waiting', [jointWorkButton('wait', 'Name a wait')]),
      ...(withdrawn
        ? [
            section(
              `Taken back: ${cut(escapeMrkdwn(withdrawn.what), 150)}`,
              jointWorkButton('restore', 'Undo', withdrawn.id),
            ),
          ]
        : []),
      ...(waiting.length === 0
        ? [section('No team waits for another, as far as anybody has said. Name a wait, so that it is seen and ends.')]
        : []),
      ...shown.items.flatMap((one) => [divider(), ...waitBlocks(one, reader, today)]),
      ...pageButtons(WAITING_PAGE, shown),
      ...(released.length > 0 ? [divider(), section('*Released in the last weeks*')] : []),
      ...released.map((one) => releasedBlock(one, reader)),
    ],
  };
}

function waitBlocks(dependency: Dependency, reader: WaitingShown['reader'], today: CalendarDay): KnownBlock[] {
  const { id, what, sinceOn, initiativeName, recordedById } = dependency;
  const initiative = initiativeName ? ` · for _${cut(escapeMrkdwn(initiativeName), 75)}_` : '';
  return [
    section(`${whoWaits(dependency)}, *${howLong(sinceOn, today)}*\n${cut(escapeMrkdwn(what), 300)}`),
    context(`Since ${readableDay(sinceOn)}${initiative} · named by <@${recordedById}>`),
    ...(mayRelease(dependency, reader)
      ? [
          actions(`wait-${id}`, [
            jointWorkButton('release', 'It is over', id, what),
            jointWorkButton('editWait', 'Edit', id, what),
            ...(recordedById === reader.memberId ? [jointWorkButton('withdraw', 'Take back', id, what)] : []),
          ]),
        ]
      : []),
  ];
}

function releasedBlock(dependency: Dependency, reader: WaitingShown['reader']): KnownBlock {
  const { id, what, releaseNote, releasedById } = dependency;
  const words = `${whoWaits(dependency).replace('waits', 'waited')}: ${cut(escapeMrkdwn(what), 150)}\nOver: ${cut(escapeMrkdwn(releaseNote ?? ''), 200)} (<@${releasedById}>)`;
  return mayRelease(dependency, reader)
    ? section(words, jointWorkButton('unrelease', 'Undo', id, what))
    : section(words);
}

function whoWaits({ waitingTeamName, onTeamName }: Dependency): string {
  return `*${cut(escapeMrkdwn(waitingTeamName), 75)}* waits for *${cut(escapeMrkdwn(onTeamName), 75)}*`;
}
