import { escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import type { Evidence } from './evidence.ts';

/** An initiative as evidence: the shared outcome, what the member brought, how far it came. */
export function initiativeWords(initiative: Evidence['initiatives'][number], index: number): string {
  const { name, sharedOutcome, part, reached, whatCameOfIt } = initiative;
  return [
    `*J${index + 1} ${escapeMrkdwn(name)}*: ${escapeMrkdwn(sharedOutcome)}`,
    ...(part ? [`Brought: ${escapeMrkdwn(part)}`] : []),
    ...(reached.length > 0 ? [`Reached: ${escapeMrkdwn(reached.join(', '))}`] : []),
    ...(whatCameOfIt ? [`What came of it: ${escapeMrkdwn(whatCameOfIt)}`] : []),
  ].join('\n');
}

/** What one team waited for from another: context for what either of them reached. */
export function waitWords({ waitingTeam, onTeam, what, since, until, releaseNote }: Evidence['waits'][number]): string {
  const time = until ? `${readableDay(since)} to ${readableDay(until)}` : `since ${readableDay(since)}`;
  const note = releaseNote ? ` (${releaseNote})` : '';
  return escapeMrkdwn(`${waitingTeam} waits for ${onTeam}, ${time}: ${what}${note}`);
}
