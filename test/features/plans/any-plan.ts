import fc from 'fast-check';
import type { KnownStanding, MemberPlans } from '../../../src/features/plans/load-plan-standings.ts';
import { latestOf, type Plan } from '../../../src/features/plans/plan.ts';
import { planStanding } from '../../../src/features/plans/plan-standing.ts';
import { targetHistory } from '../../../src/features/plans/target-changes.ts';
import { plusMonths } from '../../../src/platform/time/calendar-day.ts';
import { value } from '../metrics/some-metric.ts';
import { item, plan, version } from './some-plan.ts';

/** The longest that forms and the workspace file let through are among them. */
export const anyWords = (most: number) =>
  fc.oneof(
    fc.constantFrom('&'.repeat(most), '<!channel>'.repeat(most / 10), 'x'.repeat(most), '👩‍👩‍👧‍👦 '.repeat(most / 12)),
    fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }).map((text) => text.trim() || 'x'),
  );
const huge = '12345678901234567890.0123456789';
const months = Array.from({ length: 12 }, (_, at) => plusMonths('2026-01-01', at));

const items = fc
  .array(fc.tuple(anyWords(75), anyWords(500), anyWords(24), fc.boolean()), { minLength: 1, maxLength: 5, size: 'max' })
  .map((all) =>
    all.map(([name, reason, unit, hasSteps], at) =>
      item({
        ...{ metricKey: `metric_${at}`, name, reason, unit, meaning: reason, weight: '20' },
        ...{ threshold: huge, target: '2', cap: '1.0123456789' },
        steps: hasSteps ? months.map((from) => ({ from, every: 'month' as const, target: '3.0123456789' })) : [],
      }),
    ),
  );
const people = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()).map(([partners, isSigned]) =>
  Array.from({ length: partners + 2 }, (_, at) => ({
    memberId: `U0123456789${at}`,
    capacity: at === 0 ? ('employee' as const) : at === 1 ? ('manager' as const) : ('partner' as const),
    signedAt: isSigned ? new Date(0) : null,
  })),
);
const versions = fc.tuple(items, people, anyWords(1000), fc.boolean()).map(([all, signers, reason, isAgreed]) => ({
  ...{ items: all, signers, reason, memberId: 'U01234567890' },
  agreedAt: isAgreed ? new Date(0) : null,
}));

/** Any plan that the forms let through, with one to ten versions. */
export const anyPlan: fc.Arbitrary<Plan> = fc.array(versions, { minLength: 1, maxLength: 10 }).map((all) => {
  const [first, ...later] = all.map((one, at) => version({ ...one, version: at + 1 }));
  return plan(first ?? version(), ...later);
});

/** A plan as it stands by values of which some do not count. */
export const anyStanding: fc.Arbitrary<KnownStanding> = fc.tuple(anyPlan, fc.nat(40)).map(([one, howMany]) => {
  const latest = latestOf(one);
  const { unit } = latest.items[0] ?? item();
  const states = ['reported', 'challenged', 'withdrawn'] as const;
  const values = Array.from({ length: howMany }, (_, at) =>
    value({ on: '2026-03-26', value: huge, unit, state: states[at % 3] ?? 'reported' }),
  );
  const standing = planStanding(latest, () => values, '2026-06-30');
  return { ...standing, plan: one, history: targetHistory(one.versions), pending: latest };
});

export const anyMemberPlans: fc.Arbitrary<MemberPlans> = fc
  .tuple(fc.array(anyStanding, { maxLength: 3 }), fc.array(anyPlan, { maxLength: 2 }))
  .map(([standings, unsigned]) => ({ standings, unsigned: unsigned.map(latestOf) }));
