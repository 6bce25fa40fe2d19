import type { DemoRecord } from '../demo-record.ts';
import { type AgreedPlan, plans } from '../story/plans.ts';
import type { Finding } from './finding.ts';
import { mentionOf, missingFrom, readingOf } from './reading-of.ts';

/** Each plan holds as it was typed, signed by all whom it needs. */
export function checkPlans(record: DemoRecord): Finding {
  return {
    what: 'each plan is in force as it was typed, signed by employee, partner and manager',
    looked: plans.length,
    problems: plans.flatMap((plan) => problemsOf(plan, readingOf(record, plan.of, '/plan'))),
  };
}

function problemsOf({ of, manager, partner, reason, aims }: AgreedPlan, text: string): string[] {
  const signed = text.split('\n').find((line) => line.includes('Signed by')) ?? '';
  return [
    ...missingFrom(text, [reason, ...aims.map(({ why }) => why)], `plan of ${of}`),
    ...missingFrom(signed, [of, manager, partner].map(mentionOf), `signatures under the plan of ${of}`),
    ...aims.flatMap(({ metric, threshold, target }) => {
      const line = text.split('\n').find((one) => one.startsWith(metric)) ?? '';
      return missingFrom(line, [`from ${threshold}`, `target ${target}`], `${metric} of ${of}`);
    }),
  ];
}
