import type { KnownBlock } from '@slack/types';
import { section } from '../../platform/slack/block-kit.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { missingSigners, type PlanItem, type PlanVersion, type Signer } from './plan.ts';
import { readableSteps, short, type TargetChange } from './target-changes.ts';

const NAME_LENGTH = 75;
const REASON_LENGTH = 300;
const CHANGE_LENGTH = 500;

/** `Thu 1 Jan 2026 to Tue 30 Jun 2026`. */
export function planTime({ from, to }: Pick<PlanVersion, 'from' | 'to'>): string {
  return `${readableDay(from)} to ${readableDay(to)}`;
}

/** What is aimed at, in a line: `from 6 hours, target 4 hours, cap 3 hours (credit 1.2)`. */
export function goalWords(item: Pick<PlanItem, keyof PlanItem>): string {
  const value = (decimal: string) => readableValue(decimal, item);
  const cap = item.cap === null ? '' : `, cap ${value(item.cap)} (credit ${short(item.capCredit)})`;
  const steps = item.steps.length === 0 ? '' : `; on the way ${readableSteps(item)}`;
  return escapeMrkdwn(`from ${value(item.threshold)}, target ${value(item.target)}${cap}${steps}`);
}

/** One metric of a plan with what it weighs, what is aimed at, and why. */
export function itemWords(item: PlanItem): string {
  const name = cut(escapeMrkdwn(item.name), NAME_LENGTH);
  const why = cut(escapeMrkdwn(item.reason), REASON_LENGTH);
  return `*${name}*, ${short(item.weight)}% (${item.timing}, ${item.direction} is better): ${cut(goalWords(item), 700)}\n_Why:_ ${why}`;
}

/** Who signed this version, and whose signatures are missing. */
export function signatureWords(version: Pick<PlanVersion, 'signers' | 'version'>): string {
  const signed = version.signers.filter(({ signedAt }) => signedAt !== null);
  const missing = missingSigners(version);
  const names = (signers: Signer[]) =>
    signers.map(({ memberId, capacity }) => `<@${memberId}> (${capacity})`).join(', ');
  if (missing.length === 0) return `Signed by ${names(signed)}.`;
  const so_far = signed.length === 0 ? 'Nobody has signed it yet.' : `Signed by ${names(signed)}.`;
  return `${so_far} Missing: ${names(missing)}.`;
}

/** Old, new, from when, why and who signed it. */
export function changeWords(change: TargetChange): string {
  const { name, what, from, reason, signers } = change;
  const who = signers.filter(({ signedAt }) => signedAt !== null).map(({ memberId }) => `<@${memberId}>`);
  const by = who.length === 0 ? 'nobody signed it yet' : `signed by ${who.join(', ')}`;
  const words = `*${cut(escapeMrkdwn(name), NAME_LENGTH)}*: ${cut(escapeMrkdwn(what), 300)}`;
  return `${words}, from ${readableDay(from)}, since ${cut(escapeMrkdwn(reason), CHANGE_LENGTH - 300)} (${by})`;
}

/** Every change of a target, the last ones where they are many. */
export function historyBlocks(history: readonly TargetChange[], most = 5): KnownBlock[] {
  if (history.length === 0) return [];
  const shown = history.slice(-most).map((change) => `• ${changeWords(change)}`);
  const earlier = history.length - shown.length;
  const lines = earlier > 0 ? [`${earlier} earlier changes are in the evidence for the review.`, ...shown] : shown;
  return [section(`*What changed since it was first agreed*\n${cut(lines.join('\n'), 2000)}`)];
}
