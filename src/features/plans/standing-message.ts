import type { KnownBlock } from '@slack/types';
import { context, section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { countedByWords } from './counted-by-words.ts';
import { inPercent } from './fraction.ts';
import type { KnownStanding, MemberPlans } from './load-plan-standings.ts';
import { missingSigners, type PlanVersion } from './plan.ts';
import type { ItemStanding, PlanStanding } from './plan-standing.ts';
import { changeWords, planTime, signatureWords } from './plan-text-message.ts';
import { short } from './target-changes.ts';

const MOST_LEFT_OUT = 3;

/** How much of a plan is attained, with coverage always beside it. */
export function scoreWords({ score, version }: Pick<PlanStanding, 'score' | 'version'>): string {
  const coverage = `values for ${inPercent(score.coverage)}% of the weight`;
  const countedBy = countedByWords(version);
  return score.outcome === 'scored'
    ? `attained ${inPercent(score.score)}%, with ${coverage}${countedBy}`
    : `not enough evidence: ${coverage}, and it takes 60%${countedBy}`;
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

const LINE_LENGTH = 160;
const STANDING_LENGTH = 2000;
const NOTES_LENGTH = 1000;

/** Plans where they are not the matter itself, in progress and in App Home: with signatures and what changed. */
export function planBlocks({ standings, unsigned }: MemberPlans): KnownBlock[] {
  const agreed = standings.slice(-2);
  const waiting = unsigned.slice(-1);
  return [
    ...agreed.flatMap((standing) => standingBlocks(standing)),
    ...waiting.map((version) => section(cut(waitingWords(version), 700))),
  ];
}

/** The plan that holds, or is being agreed on, in a line; undefined where there is none. */
export function planLine({ standings, unsigned }: MemberPlans): string | undefined {
  const [words] = [...standings.map(headingOf), ...unsigned.map(waitingWords)];
  return words === undefined ? undefined : cut(words, LINE_LENGTH);
}

function headingOf(standing: KnownStanding): string {
  return `*Plan* ${planTime(standing.version)}: ${scoreWords(standing)}`;
}

function waitingWords(version: PlanVersion): string {
  return `*Plan* ${planTime(version)}: version ${version.version} is to be signed. ${signatureWords(version)}`;
}

function standingBlocks(standing: KnownStanding): KnownBlock[] {
  const { version, items, history, pending } = standing;
  const notes = [
    ...history.slice(-3).map((change) => `Changed: ${changeWords(change)}`),
    ...(pending ? [`Version ${pending.version} is not in force: ${missingWords(pending)}`] : []),
    `Version ${version.version}. ${signatureWords(version)}`,
  ];
  return [
    section(cut([headingOf(standing), ...items.map(itemStandingWords)].join('\n'), STANDING_LENGTH)),
    context(cut(notes.join('\n'), NOTES_LENGTH)),
  ];
}

function missingWords(version: Parameters<typeof missingSigners>[0]): string {
  return `${missingSigners(version)
    .map(({ memberId }) => `<@${memberId}>`)
    .join(', ')} did not sign it yet.`;
}
