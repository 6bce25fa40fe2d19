import { describe, expect, test } from 'vitest';
import { driftOf, movesApart, type Paired, pairsAmong } from '../../../src/features/signals/pair.ts';
import { comparable } from '../metrics/some-metric.ts';

function metric(key: string, values: number[], more: Partial<Paired['metric']> = {}, version = 1): Paired {
  return {
    metric: { key, name: key, direction: 'higher', leadsToKey: null, counterMetricKey: null, ...more },
    periods: values.map((value) => ({ ...comparable({ unit: `hours ${version}` }), value: String(value) })),
  };
}

describe('pairs', () => {
  test('a metric is read with its counter-metric and with what it leads to, when both are there', () => {
    const speed = metric('speed', [], { counterMetricKey: 'reopened', leadsToKey: 'renewals' });
    const [reopened, renewals] = [metric('reopened', []), metric('renewals', [])];
    const names = (all: Paired[]) =>
      pairsAmong(all).map(({ kind, first, second }) => [kind, first.metric.key, second.metric.key]);
    expect(names([speed, reopened, renewals])).toEqual([
      ['counter', 'speed', 'reopened'],
      ['leads-to', 'speed', 'renewals'],
    ]);
    expect(names([speed, reopened])).toEqual([['counter', 'speed', 'reopened']]);
    expect(names([speed])).toEqual([]);
    expect(names([metric('self', [], { counterMetricKey: 'self' })])).toEqual([]);
  });

  test('two that name each other are one pair', () => {
    const a = metric('a', [], { counterMetricKey: 'b' });
    const b = metric('b', [], { counterMetricKey: 'a' });
    expect(pairsAmong([a, b])).toHaveLength(1);
  });
});

describe('which way a metric moves', () => {
  test.each([
    { values: [1, 2, 3], direction: 'higher', drift: undefined },
    { values: [1, 1, 3, 3], direction: 'higher', drift: 'better' },
    { values: [1, 1, 3, 3], direction: 'lower', drift: 'worse' },
    { values: [4, 4, 2, 2], direction: 'lower', drift: 'better' },
    { values: [1, 2, 2, 1], direction: 'lower', drift: 'level' },
    { values: [1, 1, 900, 3, 3], direction: 'higher', drift: 'better' },
    { values: [0.1, 0.2, 0.3, 0], direction: 'higher', drift: 'level' },
  ] as const)('$values, $direction is better: $drift', ({ values, direction, drift }) => {
    expect(driftOf(metric('m', [...values], { direction }))).toBe(drift);
  });

  test('only values under the latest definition are compared', () => {
    const before = metric('m', [100, 100, 100, 100]).periods;
    const after = metric('m', [1, 2], {}, 2).periods;
    expect(driftOf({ ...metric('m', []), periods: [...before, ...after] })).toBeUndefined();
  });
});

describe('moving apart', () => {
  const faster = metric('reply time', [9, 9, 3, 3], { direction: 'lower', counterMetricKey: 'reopened' });
  const slower = metric('reply time', [3, 3, 9, 9], { direction: 'lower', counterMetricKey: 'reopened' });
  const worse = metric('reopened', [1, 1, 5, 5], { direction: 'lower' });
  const better = metric('reopened', [5, 5, 1, 1], { direction: 'lower' });
  test.each([
    { first: faster, second: worse, kind: 'counter', apart: true },
    { first: faster, second: better, kind: 'counter', apart: false },
    { first: slower, second: worse, kind: 'counter', apart: false },
    { first: faster, second: worse, kind: 'leads-to', apart: false },
    { first: faster, second: metric('reopened', [1, 5], { direction: 'lower' }), kind: 'counter', apart: false },
  ] as const)('$kind: $apart', ({ first, second, kind, apart }) => {
    expect(movesApart({ kind, first, second })).toBe(apart);
  });
});
