import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { readableDay } from '../../platform/time/calendar-day.ts';
import { countedByWords } from '../plans/counted-by-words.ts';
import type { PlanEvidence } from './plan-evidence.ts';

/** What stands of a plan in the digest: how much is attained, on how much evidence, and what is left out. */
export function planDigest(plan: PlanEvidence, index: number): string {
  const { items, changes } = plan;
  const lines = items.map((item) => cut(`• ${itemWords(item)}`, 150));
  const changed =
    changes.length === 0 ? '' : `\nChanged since it was first agreed: ${changes.length}, listed in the thread.`;
  return `*P${index + 1} Plan* ${planTime(plan)}: ${scoreWords(plan)}\n${lines.join('\n')}${changed}`;
}

/** All of it, uncut, for the thread. */
export function wholePlan(plan: PlanEvidence, index: number): string {
  const signed = plan.signers.map(
    ({ memberId, capacity, signedAt }) => `<@${memberId}> (${capacity}${signedAt ? '' : ', not signed'})`,
  );
  const items = plan.items.flatMap((item) => [
    `${escapeMrkdwn(item.name)}, ${item.weight}%: ${escapeMrkdwn(item.aim)}. Why: ${escapeMrkdwn(item.reason)}`,
    itemWords(item),
    ...item.leftOut.map((one) => `Left out: ${escapeMrkdwn(one.value)} of ${readableDay(one.on)} (${one.because})`),
  ]);
  const changes = plan.changes.map(({ name, what, from, reason, signedByIds }) => {
    const by = signedByIds.map((id) => `<@${id}>`).join(', ');
    return `Changed: ${escapeMrkdwn(name)}: ${escapeMrkdwn(what)}, from ${readableDay(from)}, since ${escapeMrkdwn(reason)} (signed by ${by})`;
  });
  return [
    `*P${index + 1} Plan* ${planTime(plan)}, version ${plan.version}: ${scoreWords(plan)}`,
    escapeMrkdwn(plan.reason),
    `Signed: ${signed.join(', ')}`,
    ...items,
    ...changes,
  ].join('\n');
}

function planTime({ from, to }: PlanEvidence): string {
  return `${readableDay(from)} to ${readableDay(to)}`;
}

function scoreWords({ score, coverage, from, holdsFrom }: PlanEvidence): string {
  const countedBy = countedByWords({ from, holdsFrom });
  return score === null
    ? `not enough evidence, values for ${coverage}% of the weight${countedBy}`
    : `attained ${score}%, with values for ${coverage}% of the weight${countedBy}`;
}

function itemWords({ name, weight, target, value, attainment, because }: PlanEvidence['items'][number]): string {
  const what = `${escapeMrkdwn(name)} (${weight}%)`;
  return value === null
    ? `${what}: left out, ${because ?? 'no value'}; target ${escapeMrkdwn(target)}`
    : `${what}: ${escapeMrkdwn(value)}, target ${escapeMrkdwn(target)}: ${attainment}% attained`;
}
