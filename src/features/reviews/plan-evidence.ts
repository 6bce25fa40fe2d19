import { z } from 'zod';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { inPercent } from '../plans/fraction.ts';
import type { KnownStanding } from '../plans/load-plan-standings.ts';
import { CAPACITIES, type PlanItem } from '../plans/plan.ts';
import { readableSteps, short } from '../plans/target-changes.ts';

const day = z.string().transform((text) => text as CalendarDay);
const instant = z.string().nullable();

/**
 * A plan as it stood when the evidence was frozen. Numbers are kept as people read them, since that is what they agreed
 * on: whatever becomes of a metric's format later, the packet says what was said.
 */
export const planEvidence = z.object({
  from: day,
  to: day,
  version: z.number(),
  holdsFrom: day,
  reason: z.string(),
  signers: z.array(z.object({ memberId: z.string(), capacity: z.enum(CAPACITIES), signedAt: instant })),
  /** In percent; null, not enough evidence. */
  score: z.string().nullable(),
  /** Weight with a usable value, in percent. */
  coverage: z.string(),
  items: z.array(
    z.object({
      name: z.string(),
      weight: z.string(),
      aim: z.string(),
      reason: z.string(),
      target: z.string(),
      /** Null, left out of the score, for the reason in `because`. */
      value: z.string().nullable(),
      attainment: z.string().nullable(),
      because: z.string().nullable(),
      leftOut: z.array(z.object({ on: day, value: z.string(), because: z.string() })),
    }),
  ),
  /** What changed since it was first agreed. */
  changes: z.array(
    z.object({
      name: z.string(),
      what: z.string(),
      from: day,
      reason: z.string(),
      signedByIds: z.array(z.string()),
    }),
  ),
});
export type PlanEvidence = z.infer<typeof planEvidence>;

export function planEvidenceOf({ version, items, score, history }: KnownStanding): PlanEvidence {
  const { from, to, holdsFrom, reason, signers } = version;
  return {
    ...{ from, to, holdsFrom, reason, version: version.version },
    signers: signers.map((signer) => ({ ...signer, signedAt: signer.signedAt?.toISOString() ?? null })),
    score: score.outcome === 'scored' ? inPercent(score.score) : null,
    coverage: inPercent(score.coverage),
    items: items.map(({ item, target, value, attainment, because, leftOut }) => ({
      ...{ name: item.name, weight: short(item.weight), aim: aimOf(item), reason: item.reason, because },
      target: readableValue(target, item),
      value: value === null ? null : readableValue(value, item),
      attainment: attainment === null ? null : inPercent(attainment),
      leftOut: leftOut.map((one) => ({ ...one, value: readableValue(one.value, item) })),
    })),
    changes: history.map(({ name, what, from: changedFrom, reason: why, signers: all }) => ({
      ...{ name, what, from: changedFrom, reason: why },
      signedByIds: all.filter(({ signedAt }) => signedAt !== null).map(({ memberId }) => memberId),
    })),
  };
}

function aimOf(item: PlanItem): string {
  const cap = item.cap === null ? 'no cap' : `cap ${readableValue(item.cap, item)} (credit ${short(item.capCredit)})`;
  const steps = item.steps.length === 0 ? '' : `; on the way ${readableSteps(item)}`;
  return `from ${readableValue(item.threshold, item)}, target ${readableValue(item.target, item)}, ${cap}${steps}`;
}
