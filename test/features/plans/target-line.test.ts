import { expect, it } from 'vitest';
import { targetLine } from '../../../src/features/plans/target-line.ts';
import { item, plan, version } from './some-plan.ts';

const agreedAt = new Date('2026-01-01T09:00:00Z');
const of = (target: string, more: Parameters<typeof item>[0] = {}) => [item({ metricKey: 'speed', target, ...more })];

it('goes step by step, and a later agreed version takes the place of what was ahead', () => {
  const steps = [
    { from: '2026-01-01', every: 'month', target: '6' },
    { from: '2026-02-01', every: 'month', target: '5' },
    { from: '2026-03-01', every: 'month', target: '4' },
  ] as const;
  const first = version({ version: 1, holdsFrom: '2026-01-01', agreedAt, items: of('4', { steps: [...steps] }) });
  const second = version({ version: 2, holdsFrom: '2026-02-16', agreedAt, items: of('7') });
  const unsigned = version({ version: 3, holdsFrom: '2026-02-20', agreedAt: null, items: of('9') });
  expect(targetLine([plan(first)], 'speed')).toEqual([
    { from: '2026-01-01', value: '6' },
    { from: '2026-02-01', value: '5' },
    { from: '2026-03-01', value: '4' },
  ]);
  expect(targetLine([plan(first, second, unsigned)], 'speed')).toEqual([
    { from: '2026-01-01', value: '6' },
    { from: '2026-02-01', value: '5' },
    { from: '2026-02-16', value: '7' },
  ]);
  expect(targetLine([plan(first)], 'other')).toEqual([]);
});
