import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingSources, withDifferences } from '../../../src/features/observations/differing-sources.ts';
import { valuesByPeriod } from '../../../src/features/observations/period-value.ts';
import type { Value } from '../../../src/features/observations/trend.ts';
import { value } from '../metrics/some-metric.ts';

const of = (source: string, number: string, more: Partial<Value> = {}) =>
  value({ on: '2026-03-26', source, value: number, ...more });

describe('two sources of one period', () => {
  it.each([
    ['100', '100', null, false],
    ['100', '100.0', null, false],
    ['100', '100.0000000001', null, true],
    ['100', '105', '5', false],
    // Five percent of the larger: 5 of 100.
    ['95', '100', '5', false],
    ['94.9999999999', '100', '5', true],
    ['0', '0', '0', false],
    ['0', '1', '99.9', true],
    ['0', '1', '100', false],
    ['-100', '-95', '5', false],
    ['-100', '-94', '5', true],
    ['-1', '1', '100', true],
    ['0.1', '0.3', '66.6', true],
    ['0.1', '0.3', '66.67', false],
  ])('%s and %s, tolerance %s: differ %s', (one, other, tolerance, differ) => {
    for (const values of [
      [of('crm', one), of('survey', other)],
      [of('survey', one), of('crm', other)],
    ]) {
      expect(differingSources(values, tolerance)).toHaveLength(differ ? 1 : 0);
    }
  });

  it('are compared by what each makes of the whole period', () => {
    const days = ['2026-03-23', '2026-03-24', '2026-03-25'] as const;
    const daily = days.map((on) => of('crm', '2', { on, aggregation: 'sum' }));
    expect(differingSources([...daily, of('survey', '6', { aggregation: 'sum' })], null)).toEqual([]);
    const [difference] = differingSources([...daily, of('survey', '7', { aggregation: 'sum' })], null);
    expect(difference?.says.map(({ source, value }) => [source, value])).toEqual([
      ['crm', '6'],
      ['survey', '7'],
    ]);
  });

  it('are not compared across periods, definitions, or with what is spoken for', () => {
    expect(differingSources([of('crm', '1', { on: '2026-03-18' }), of('survey', '2')], null)).toEqual([]);
    expect(differingSources([of('crm', '1', { version: 2, unit: 'days' }), of('survey', '2')], null)).toEqual([]);
    expect(differingSources([of('crm', '1', { version: 2 }), of('survey', '2')], null)).toHaveLength(1);
    for (const state of ['corrected', 'withdrawn'] as const) {
      expect(differingSources([of('crm', '1', { state }), of('survey', '2')], null)).toEqual([]);
    }
  });

  it('are one where people typed both', () => {
    expect(differingSources([of('check-in', '1'), of('progress', '2')], null)).toEqual([]);
    expect(differingSources([of('check-in', '1'), of('crm', '2')], null)).toHaveLength(1);
  });

  it('do not differ because people typed one day twice', () => {
    const sum = { aggregation: 'sum' } as const;
    const typed = [
      of('progress', '4', sum),
      of('check-in', '5', sum),
      of('check-in', '1', { ...sum, on: '2026-03-27' }),
    ];
    expect(valuesByPeriod(typed).map((period) => period.value)).toEqual(['6']);
    expect(differingSources([...typed, of('crm', '6', sum)], null)).toEqual([]);
    const [difference] = differingSources([...typed, of('crm', '10', sum)], null);
    expect(difference?.says.map(({ value }) => value)).toEqual(['6', '10']);
    // All of it waits for the decision: no earlier value of the day counts meanwhile.
    expect(valuesByPeriod(withDifferences([...typed, of('crm', '10', sum)], null))).toEqual([]);
  });

  it('leave their period without a number, and no other', () => {
    const marked = withDifferences([of('crm', '9', { on: '2026-03-18' }), of('crm', '1'), of('survey', '2')], null);
    expect(marked.map(({ state }) => state)).toEqual(['reported', 'differing', 'differing']);
    expect(valuesByPeriod(marked).map((period) => period.value)).toEqual(['9']);
  });

  it('say less than a challenge', () => {
    const marked = withDifferences([of('crm', '1', { state: 'challenged' }), of('survey', '2')], null);
    expect(marked.map(({ state }) => state)).toEqual(['challenged', 'differing']);
  });
});

it('differ by the same rule as plain fractions say', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 0, max: 100 }), (one, other, percent) => {
      const isBeyond = Math.abs(one - other) * 100 > Math.max(one, other) * percent;
      const values = [of('crm', String(one)), of('survey', String(other))];
      expect(differingSources(values, String(percent)).length > 0).toBe(isBeyond);
    }),
  );
});
