import type { KnownBlock } from '@slack/types';
import { context, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { inPercent } from './fraction.ts';
import type { KnownStanding } from './load-plan-standings.ts';
import { missingSigners } from './plan.ts';
import type { ItemStanding, PlanStanding } from './plan-standing.ts';
import { changeWords, planTime } from './plan-text-message.ts';
import { short } from './target-changes.ts';

const MOST_LEFT_OUT = 3;

/** How much of a plan is attained, with coverage always beside it. */
export function scoreWords({ score }: Pick<PlanStanding, 'score'>): string {
  const coverage = `values for ${inPercent(score.coverage)}% of the weight`;
  return score.outcome === 'scored'
    ? `attained ${inPercent(score.score)}%, with ${coverage}`
    : `not enough evidence: ${coverage}, and it takes 60%`;
}

/** One metric: what stands, what is aimed at, how much of it is attained; and what is left out, with the reason. */
export function itemStandingWords({ item, target, value, attainment, because, leftOut }: ItemStanding): string {
  const name = `${cut(escapeMrkdwn(item.name), 75)} (${short(item.weight)}%)`;
  const aim = escapeMrkdwn(`target ${readableValue(target, item)}`);
  const stands =
    value !== null && attainment !== null
      ? `${escapeMrkdwn(readableValue(value, item))}, ${aim}: ${inPercent(attainment)}% attained`
      : `left out: ${because}; ${aim}`;
  const listed = value === null ? [] : leftOut.slice(-MOST_LEFT_OUT);
  const without = listed.map((one) => {
    const number = escapeMrkdwn(readableValue(one.value, item));
    return `\n   left out: ${number} of ${readableDay(one.on)} (${one.because})`;
  });
  const more =
    value === null || leftOut.length <= MOST_LEFT_OUT ? '' : `\n   and ${leftOut.length - MOST_LEFT_OUT} more`;
  return `• ${name}: ${stands}${without.join('')}${more}`;
}

/** A plan where it is not the matter itself: in progress, in App Home. */
export function standingBlocks(standing: KnownStanding, { isCrowded = false } = {}): KnownBlock[] {
  const { version, items, history, pending } = standing;
  const heading = `*Plan* ${planTime(version)} (version ${version.version}): ${scoreWords(standing)}`;
  const change = history.at(-1);
  const notes = [
    ...(change ? [`Last change: ${changeWords(change)}`] : []),
    ...(pending ? [`Version ${pending.version} is not in force: ${missingWords(pending)}`] : []),
  ];
  const lines = [heading, ...items.map(itemStandingWords)];
  return [
    section(cut(lines.join('\n'), isCrowded ? 700 : 2800)),
    ...(notes.length > 0 ? [context(cut(notes.join('\n'), isCrowded ? 300 : 1500))] : []),
  ];
}

function missingWords(version: Parameters<typeof missingSigners>[0]): string {
  return `${missingSigners(version)
    .map(({ memberId }) => `<@${memberId}>`)
    .join(', ')} did not sign it yet.`;
}
