import type { KnownBlock } from '@slack/types';
import { context, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn, linkTo } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import type { Contributor, Win } from './win.ts';
import { readableKind } from './win-kinds.ts';

const PART_LENGTH = 200;
/** A longer one would leave no room for the words, and cannot be cut. */
const LINK_LENGTH = 300;

/** A win in full: the words, and below them the day, the kind, the metric and the evidence. */
export function winBlocks(win: Win, { length, title }: { length: number; title: 'client' | 'day' }): KnownBlock[] {
  const name = title === 'client' ? cut(escapeMrkdwn(win.client), 150) : readableDay(win.wonOn);
  return [
    section(`*${name}*\n${cut(escapeMrkdwn(win.whatChanged), length)}`),
    section(cut(win.contributors.map(creditLine).join('\n'), length)),
    ...inContext([...(title === 'client' ? [readableDay(win.wonOn)] : []), ...factsOf(win)]),
  ];
}

/** Nothing where there is nothing to say: Slack refuses an empty line. */
function inContext(facts: string[]): KnownBlock[] {
  return facts.length > 0 ? [context(facts.join(' · '))] : [];
}

/** `Ana (Customer Support): found the export`. */
export function creditLine({ memberId, teamName, part }: Contributor): string {
  const where = teamName === null ? '' : ` (${cut(escapeMrkdwn(teamName), 75)})`;
  return `<@${memberId}>${where}${part === null ? '' : `: ${cut(escapeMrkdwn(part), PART_LENGTH)}`}`;
}

/** The kind, the metric, the evidence, and who may read it, as far as they were said. */
export function factsOf({ kind, metricName, evidenceUrl, isShareable }: Win): string[] {
  return [
    ...(kind ? [readableKind(kind)] : []),
    ...(metricName ? [`touches ${escapeMrkdwn(metricName)}`] : []),
    ...(evidenceUrl
      ? [evidenceUrl.length <= LINK_LENGTH ? linkTo(evidenceUrl, 'evidence') : 'evidence on record']
      : []),
    ...(isShareable ? [] : ['only for those involved and the managers above them']),
  ];
}
