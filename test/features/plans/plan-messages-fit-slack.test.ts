import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftOf } from '../../../src/features/plans/first-draft.ts';
import { goalForm } from '../../../src/features/plans/goal-form.ts';
import { plansMessages } from '../../../src/features/plans/own-plan-message.ts';
import { latestOf } from '../../../src/features/plans/plan.ts';
import { planForm } from '../../../src/features/plans/plan-form.ts';
import { movedOnMessage, newsMessage, sessionMessage } from '../../../src/features/plans/session-message.ts';
import { shareForm } from '../../../src/features/plans/share-form.ts';
import { sharedMessage, sharedText } from '../../../src/features/plans/shared-text-message.ts';
import { checkMessage, checkView } from '../../../src/platform/slack/block-kit-limits.ts';
import { longestMap, metric } from '../metrics/some-metric.ts';
import { anyPlan, anyStanding, anyWords } from './any-plan.ts';

// Whatever people type, and however many sign, Slack takes the message.

const runs = { numRuns: 60, endOnFailure: true };

it('the alignment session, its news, and the text to share', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const latest = latestOf(plan);
      expect(checkMessage(sessionMessage(plan))).toEqual([]);
      expect(checkMessage(movedOnMessage(plan))).toEqual([]);
      expect(checkMessage(newsMessage(plan, latest, 'written'))).toEqual([]);
      expect(checkMessage(newsMessage(plan, latest, 'agreed'))).toEqual([]);
      expect(checkMessage(sharedMessage(latest, 'U1'))).toEqual([]);
      expect(checkView(shareForm(latest, sharedText(latest)))).toEqual([]);
    }),
    runs,
  );
});

it('/plan', () => {
  const member = { id: 'U1', name: 'x'.repeat(80), timeZone: 'UTC', teamKey: null, teamName: null, managerId: null };
  fc.assert(
    fc.property(fc.array(anyStanding, { maxLength: 3 }), fc.boolean(), (standings, isSession) => {
      const plans = standings.map((standing) => ({
        plan: standing.plan,
        version: standing.version,
        standing,
        isSession,
      }));
      for (const one of plans)
        one.plan.id = one.version.planId = `00000000-0000-7000-8000-00000000000${plans.indexOf(one)}`;
      const seen = { member, viewer: { id: 'U1', isOwn: true, mayEdit: true }, plans, impactMap: longestMap() };
      for (const page of plansMessages(seen, '2026-03-26')) expect(checkMessage(page)).toEqual([]);
    }),
    runs,
  );
});

it('the forms', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(150), anyWords(500), (plan, howMany, words) => {
      const latest = latestOf(plan);
      const typed = draftOf(plan, '2026-03-26');
      const metrics = Array.from({ length: howMany }, (_, at) =>
        metric({ key: `metric_${at}`, name: words.slice(0, 75) || 'x', meaning: words, source: words.slice(0, 75) }),
      );
      const memory = { memberId: 'U1', about: plan.id, basedOn: 1 };
      const name = { memberName: words, isOwn: false };
      const parts = { ...memory, ...name, typed, savedAt: new Date(0), latest, isAgreed: true, metrics };
      expect(checkView(planForm(parts))).toEqual([]);
      for (const one of metrics.slice(0, 1)) {
        const goal = { ...(typed.goals['metric_0'] ?? Object.values(typed.goals)[0]), stepsEvery: 'month' } as never;
        expect(
          checkView(
            goalForm({ ...memory, metricKey: one.key }, { metric: one, goal, today: '2026-03-26', time: typed }),
          ),
        ).toEqual([]);
      }
    }),
    runs,
  );
});
