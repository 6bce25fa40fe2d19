import { expect, it } from 'vitest';
import { NO_PLANS } from '../../../src/features/plans/load-plan-standings.ts';
import type { MemberProgress } from '../../../src/features/progress/load-progress.ts';
import { progressMessages } from '../../../src/features/progress/progress-message.ts';
import { interpretation, reading, STEADY } from '../signals/some-reading.ts';

function people(count: number): MemberProgress[] {
  return Array.from({ length: count }, (_, at) => ({
    person: { id: `U${at}`, name: `Person ${at}.`, timeZone: 'UTC', teamKey: null, teamName: null, managerId: null },
    checkIns: { asked: 2, answered: 2, missedOn: [], openOn: [], excused: [], obstacles: [] },
    trends: [reading(['4.2'])],
    wins: [],
    plans: NO_PLANS,
    voices: [],
    optOuts: [],
  }));
}

const shown = (members: MemberProgress[]) =>
  progressMessages({ outcome: 'shown', heading: 'people', title: 'Your people', members });

it.each([
  [1, 1],
  [10, 1],
  [11, 2],
  [50, 5],
])('%i people are shown in full, in %i messages', (count, messages) => {
  const pages = shown(people(count));
  expect(pages).toHaveLength(messages);
  const text = JSON.stringify(pages);
  for (const { person } of people(count)) expect(text).toContain(`*${person.name}*: answered all 2`);
  expect(text.split('4.2 hours')).toHaveLength(count + 1);
});

it('more people than that get a line each, and the way to one of them in full', () => {
  const [page, ...more] = shown(people(51));
  expect(more).toEqual([]);
  const text = JSON.stringify(page);
  for (const { person } of people(51)) expect(text).toContain(`*${person.name}*: answered all 2, 0 wins`);
  expect(text).toContain('/progress @name');
});

it('what is worth talking about stands under the numbers, with what the member says it means', () => {
  const [member] = people(1);
  if (!member) throw new Error('nobody');
  const said = interpretation({ periodOn: '2026-02-26', meaning: 'Two <b> were away' });
  const strange = reading([...STEADY, 9], { interpretations: [said] });
  const text = JSON.stringify(shown([{ ...member, trends: [strange] }]));
  expect(text).toContain(
    'Worth talking about: Time to first reply, 9 hours (23 Feb to 1 Mar 2026), above what was usual',
  );
  expect(text).toContain('“Two &lt;b&gt; were away” (resources)');
  expect(JSON.stringify(shown([{ ...member, trends: [reading(STEADY)] }]))).not.toContain('Worth talking about');
});

it('too few values say so, where there is room', () => {
  const [member] = people(1);
  if (!member) throw new Error('nobody');
  const young = { ...member, trends: [reading([5, 6, 5])] };
  expect(JSON.stringify(shown([young]))).toContain(
    'Too few values yet to say what is usual: Time to first reply (5 more).',
  );
});

it('a metric stands with what it could cost, and both are named when they move apart', () => {
  const [member] = people(1);
  if (!member) throw new Error('nobody');
  const speed = reading([9, 9, 3, 3], { metric: { key: 'speed', name: 'Speed', counterMetricKey: 'reopened' } });
  const other = reading([1], { metric: { key: 'other', name: 'Other' } });
  const reopened = reading([1, 1, 5, 5], { metric: { key: 'reopened', name: 'Reopened' } });
  const text = JSON.stringify(shown([{ ...member, trends: [speed, other, reopened] }]));
  expect(text).toMatch(/• Speed.*↔ Reopened.*• Other/);
  expect(text).toContain('Speed got better while Reopened got worse');
});
