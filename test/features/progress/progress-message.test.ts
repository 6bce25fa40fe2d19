import { expect, it } from 'vitest';
import type { MemberProgress } from '../../../src/features/progress/load-progress.ts';
import { progressMessages } from '../../../src/features/progress/progress-message.ts';
import { metric, value } from '../metrics/some-metric.ts';

function people(count: number): MemberProgress[] {
  return Array.from({ length: count }, (_, at) => ({
    person: { id: `U${at}`, name: `Person ${at}.`, timeZone: 'UTC', teamKey: null, teamName: null, managerId: null },
    checkIns: { asked: 2, answered: 2, missedOn: [], openOn: [], excused: [], obstacles: [] },
    trends: [{ metric: metric(), isAsked: true, values: [value({ on: '2026-03-26', value: '4.2' })] }],
    wins: [],
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
