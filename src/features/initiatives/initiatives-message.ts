import type { Button, KnownBlock } from '@slack/types';
import { actions, context, divider, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { pageButtons, pageOf } from '../../platform/slack/pages.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { type Initiative, lastReached, type Milestone, mayChange, nextMilestone } from './initiative.ts';
import { jointWorkButton, milestoneValue } from './joint-work-button.ts';

export const INITIATIVES_PAGE = 'initiatives_page';

/** Together these stay under what Slack takes in one message. */
const PAGE = 6;
const MOST_CLOSED = 5;

/** What several functions do together: the outcome, what each brings, how far it is. */
export function initiativesMessage(initiatives: readonly Initiative[], memberId: string, page = 0): Message {
  const open = initiatives.filter(({ closedAt }) => closedAt === null);
  const shown = pageOf(open, page, PAGE);
  const closed = initiatives.filter(({ closedAt }) => closedAt !== null).slice(-MOST_CLOSED);
  return {
    text: 'Joint initiatives',
    blocks: [
      header('Joint initiatives'),
      actions('initiatives', [jointWorkButton('open', 'Open an initiative')]),
      ...(open.length === 0
        ? [section('None is open. What do clients need that no team can do alone? Open an initiative for it.')]
        : []),
      ...shown.items.flatMap((one) => [divider(), ...openBlocks(one, memberId)]),
      ...pageButtons(INITIATIVES_PAGE, shown),
      ...(closed.length > 0 ? [divider(), section('*Closed in the last weeks*')] : []),
      ...closed.map((one) => closedBlock(one, memberId)),
      context('`/throughline waiting` shows what one team waits for from another.'),
    ],
  };
}

function openBlocks(initiative: Initiative, memberId: string): KnownBlock[] {
  const { id, name, sharedOutcome, parts, milestones } = initiative;
  const brought = parts.slice(0, 8).map((one) => {
    const where = one.teamName === null ? '' : ` (${cut(escapeMrkdwn(one.teamName), 40)})`;
    return `• <@${one.memberId}>${where}${one.part ? `: ${cut(escapeMrkdwn(one.part), 120)}` : ''}`;
  });
  if (parts.length > brought.length) brought.push(`…and ${parts.length - brought.length} more`);
  return [
    section(`*${cut(escapeMrkdwn(name), 100)}*\n${cut(escapeMrkdwn(sharedOutcome), 300)}`),
    ...(brought.length > 0 ? [context(cut(brought.join('\n'), 600))] : []),
    ...(milestones.length > 0 ? [context(cut(milestones.map(milestoneWords).join(' · '), 400))] : []),
    ...(mayChange(initiative, memberId) ? [actions(`initiative-${id}`, buttonsOf(initiative))] : []),
  ];
}

function buttonsOf({ id, name, milestones }: Initiative): Button[] {
  const next = nextMilestone(milestones);
  const reached = lastReached(milestones);
  return [
    ...(next ? [jointWorkButton('reach', `Reached: ${next.name}`, milestoneValue(id, next.id), name)] : []),
    ...(reached ? [jointWorkButton('unreach', 'Undo the last one', milestoneValue(id, reached.id), name)] : []),
    jointWorkButton('edit', 'Edit', id, name),
    jointWorkButton('close', 'Close', id, name),
  ];
}

function closedBlock(initiative: Initiative, memberId: string): KnownBlock {
  const { id, name, whatCameOfIt } = initiative;
  const words = `*${cut(escapeMrkdwn(name), 100)}*: ${cut(escapeMrkdwn(whatCameOfIt ?? ''), 300)}`;
  return mayChange(initiative, memberId)
    ? section(words, jointWorkButton('reopen', 'Reopen', id, name))
    : section(words);
}

function milestoneWords({ name, dueOn, doneAt }: Milestone): string {
  const by = dueOn && !doneAt ? ` (by ${readableDay(dueOn)})` : '';
  return `${doneAt ? ':white_check_mark:' : ':white_small_square:'} ${escapeMrkdwn(name)}${by}`;
}
