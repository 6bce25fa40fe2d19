import type { KnownBlock } from '@slack/types';
import { context, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import type { ReadSignal } from '../signals/load-told-signals.ts';
import { signalsPart } from '../signals/told-signals-message.ts';
import { excuseWords } from './readable-excuses.ts';
import type { CheckIn } from './store.ts';

/** Together these stay under what Slack takes in one message. */
const MOST_LINES = 20;
const REASON_LENGTH = 160;

/**
 * To a manager: who did not answer, and who need not, in the order of the days, and nobody is counted up; and what is worth
 * talking about in their numbers.
 */
export function missedMessage(checkIns: readonly CheckIn[], signals: readonly ReadSignal[] = []): Message {
  const answered = checkIns.filter(({ answer }) => answer);
  const open = checkIns.filter(({ answer }) => !answer);
  const missed = open.filter(({ excuse }) => excuse === null);
  const optedOut = open.filter(({ excuse }) => excuse === 'opted_out');
  const excused = open.filter(({ excuse }) => excuse !== null && excuse !== 'opted_out');
  const parts = [
    ...part('No answer', missed, (checkIn) => lineOf(checkIn)),
    ...part('Answered since', answered, (checkIn) => lineOf(checkIn)),
    ...part('Excused', excused, (checkIn) => lineOf(checkIn, becauseOf(checkIn))),
    ...part('Do not want to be asked', optedOut, (checkIn) => lineOf(checkIn, checkIn.excusedBecause)),
  ];
  const aboutCheckIns =
    missed.length > 0 ? 'Check-ins of your people without an answer' : 'Check-ins of your people: none is missing now';
  if (checkIns.length === 0) {
    const words = 'Numbers of your people that are worth talking about';
    return { text: words, blocks: signalsPart(signals) };
  }
  const text = signals.length > 0 ? `${aboutCheckIns}; and numbers worth talking about` : aboutCheckIns;
  return {
    text,
    blocks: [
      section(`*${aboutCheckIns}*`),
      ...parts,
      context(
        'A late answer is still welcome, and shows here. They see the same about themselves; perhaps ask what gets in the way.',
      ),
      ...signalsPart(signals),
    ],
  };
}

function part(title: string, checkIns: CheckIn[], line: (checkIn: CheckIn) => string): KnownBlock[] {
  if (checkIns.length === 0) return [];
  const shown = checkIns.slice(0, MOST_LINES).map((checkIn) => `• ${line(checkIn)}`);
  const more = checkIns.length - shown.length;
  if (more > 0) shown.push(`…and ${more} more; \`/progress\` shows everybody.`);
  return [section(cut([`*${title}*`, ...shown].join('\n'), 2900))];
}

function lineOf({ memberId, cadenceName, occursOn }: CheckIn, because?: string | null): string {
  const words = because ? `: ${escapeMrkdwn(cut(because, REASON_LENGTH))}` : '';
  return `<@${memberId}>, ${cut(escapeMrkdwn(cadenceName), 60)} of ${readableDay(occursOn)}${words}`;
}

function becauseOf({ excuse, excusedBecause }: CheckIn): string | null {
  if (!excuse) return null;
  // "away until Fri 3 Apr" says it all; a reason of theirs, or of ours, does not say what it is a reason for.
  const speaksForItself = excuse === 'away' || excuse === 'holiday';
  if (excusedBecause && speaksForItself) return excusedBecause;
  return excusedBecause ? `${excuseWords[excuse]}: ${excusedBecause}` : excuseWords[excuse];
}
