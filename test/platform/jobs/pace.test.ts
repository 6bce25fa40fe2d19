import { expect, it } from 'vitest';
import { backOff } from '../../../src/platform/jobs/back-off.ts';
import { turnsAt } from '../../../src/platform/jobs/pace.ts';

const now = new Date('2026-03-26T09:00:00Z');
const seconds = (count: number) => new Date(now.getTime() + count * 1000);

it.each([
  ['never written to', null, 50],
  ['rested for long', seconds(-600), 50],
  ['all spoken for', now, 0],
  ['two seconds later', seconds(-2), 20],
  ['by a copy whose clock is a little ahead', seconds(2), 0],
  ['by a clock that has been put right since', seconds(3600), 50],
])('%s: %s leaves %i at ten a second', (_, spentUntil, left) => {
  expect(turnsAt({ perSecond: 10 }, spentUntil, now).left).toBe(left);
});

it('what is taken is spoken for, and not the rest', () => {
  const spent = turnsAt({ perSecond: 10 }, seconds(-2), now).spent(5);
  expect(turnsAt({ perSecond: 10 }, spent, now).left).toBe(15);
});

it('tries wait longer each time, apart from each other, and the same whoever asks', () => {
  const waits = (id: string) =>
    [1, 2, 3, 8, 20].map((attempts) => (backOff(now, { id, attempts }).getTime() - now.getTime()) / 1000);
  const least = [5, 10, 20, 640, 900];
  for (const [at, wait] of waits('one').entries()) {
    expect(wait).toBeGreaterThanOrEqual(least[at] ?? 0);
    expect(wait).toBeLessThanOrEqual((least[at] ?? 0) * 1.5);
  }
  expect(waits('one')).toEqual(waits('one'));
  expect(waits('one')).not.toEqual(waits('other'));
});
