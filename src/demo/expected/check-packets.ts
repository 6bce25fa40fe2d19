import type { DemoRecord } from '../demo-record.ts';
import { given } from '../story/feedback-given.ts';
import { goal } from '../story/growth.ts';
import { initiative, wait } from '../story/joint-work.ts';
import { type AgreedPlan, plans } from '../story/plans.ts';
import { allVoices } from '../story/voices.ts';
import type { Finding } from './finding.ts';
import { mentionOf, missingFrom } from './reading-of.ts';

/** Those who have a plan have a quarter with everything in it. */
export function checkPackets({ standing }: DemoRecord): Finding {
  const packetOf = (reader: string, whose: string) => {
    const packet = standing.findLast(({ to, text }) => to === reader && text.includes(`on record for ${whose} `));
    return [packet?.text ?? '', ...(packet?.thread ?? [])].join('\n');
  };
  return {
    what: 'review packets hold plan, feedback, joint work, goals and what clients said',
    looked: plans.length * 2,
    problems: plans.flatMap((plan) => {
      const own = packetOf(plan.of, 'your review');
      const above = packetOf(plan.manager, `the review of ${mentionOf(plan.of)}`);
      const feedback = given.filter(({ about }) => about === plan.of);
      const hidden = feedback.filter(({ readers }) => readers === 'manager only');
      const shown = feedback.filter((one) => !hidden.includes(one));
      return [
        ...missingFrom(own, [...recordOf(plan), ...shown.map(({ did }) => did)], plan.of),
        ...missingFrom(
          own,
          hidden.map(({ whyNotThem }) => whyNotThem ?? ''),
          plan.of,
        ),
        ...hidden.filter(({ did }) => own.includes(did)).map(({ from }) => `${plan.of} reads what ${from} said`),
        ...missingFrom(above, [...recordOf(plan), ...feedback.map(({ did }) => did)], plan.manager),
      ];
    }),
  };
}

/** What both sides must find, in the words in which it was said. */
function recordOf({ of, aims }: AgreedPlan): string[] {
  const { name, parts } = initiative;
  return [
    ...aims.map(({ target }) => `target ${target}`),
    ...allVoices.filter(({ about, words }) => about === of && words !== '').map(({ words }) => words),
    ...(parts.some(({ who }) => who === of) ? [name] : []),
    ...(wait.by === of ? [wait.what] : []),
    ...(goal.of === of ? [goal.objective] : []),
  ];
}
