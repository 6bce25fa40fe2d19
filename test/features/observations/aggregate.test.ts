import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aggregation } from '../../../src/features/metrics/metric.ts';
import { aggregate } from '../../../src/features/observations/aggregate.ts';

const of = (aggregation: Aggregation, ...values: string[]) => aggregate(values, { aggregation, format: 'count' });

describe('what the values of a period come to', () => {
  it.each([
    ['last', ['3', '1', '2'], '2'],
    ['sum', ['0.1', '0.2'], '0.3'],
    ['sum', ['99999999999999999999', '0.0000000001'], '99999999999999999999.0000000001'],
    ['mean', ['0.1', '0.2'], '0.15'],
    ['mean', ['1', '2', '2'], '1.67'],
    ['mean', ['-1', '-2', '-2'], '-1.67'],
    ['mean', ['4.5', '4', '4'], '4.167'],
    ['mean', ['0.01', '0.02', '0.02'], '0.0167'],
    ['mean', ['1', '1', '1', '1', '1', '1', '1', '1.04'], '1.005'],
    ['median', ['5', '1', '3'], '3'],
    ['median', ['10', '9', '2', '1'], '5.5'],
    ['median', ['2', '10'], '6'],
    ['minimum', ['10', '9', '-2.5', '-2'], '-2.5'],
    ['maximum', ['9', '10', '2'], '10'],
    ['sum', ['7'], '7'],
    ['mean', ['7.10'], '7.1'],
  ] as const)('%s of %j is %s', (aggregation, values, result) => {
    expect(of(aggregation, ...values)).toBe(result);
  });

  it('is nothing where there are none: a missing number is not a zero', () => {
    for (const aggregation of ['last', 'sum', 'mean', 'median', 'minimum', 'maximum'] as const) {
      expect(of(aggregation)).toBeUndefined();
    }
  });

  it('keeps whole seconds whole', () => {
    expect(aggregate(['1', '2', '2'], { aggregation: 'mean', format: 'duration' })).toBe('2');
    expect(aggregate(['0.5', '0.6', '0.6'], { aggregation: 'mean', format: 'duration' })).toBe('0.6');
  });
});

describe('against hundredths counted as whole numbers', () => {
  const hundredths = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 40 });
  const written = (amount: number) => {
    const digits = String(Math.abs(amount)).padStart(3, '0');
    return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  const inHundredths = (text: string | undefined) => Math.round(Number(text) * 100);
  const ascending = (one: number, other: number) => one - other;

  it('sums, extremes, medians of an odd count and the last are exact', () => {
    fc.assert(
      fc.property(hundredths, (amounts) => {
        const texts = amounts.map(written);
        expect(inHundredths(of('sum', ...texts))).toBe(amounts.reduce((sum, one) => sum + one, 0));
        expect(inHundredths(of('minimum', ...texts))).toBe(Math.min(...amounts));
        expect(inHundredths(of('maximum', ...texts))).toBe(Math.max(...amounts));
        expect(inHundredths(of('last', ...texts))).toBe(amounts.at(-1));
        const odd = amounts.length % 2 === 1 ? amounts : amounts.slice(1);
        if (odd.length === 0) return;
        const middle = odd.toSorted(ascending)[(odd.length - 1) / 2];
        expect(inHundredths(of('median', ...odd.map(written)))).toBe(middle);
      }),
    );
  });

  it('a mean is off by at most half of its last digit', () => {
    fc.assert(
      fc.property(hundredths, (amounts) => {
        const texts = amounts.map((amount) => written(amount === 0 || amount % 10 !== 0 ? amount : amount + 1));
        const mean = of('mean', ...texts) ?? '';
        // Ten thousandths, and all of it times the count, so that nothing is divided.
        const [whole = '', decimals = ''] = mean.split('.');
        const got = BigInt(whole + decimals.padEnd(4, '0')) * BigInt(texts.length);
        const wanted = texts.reduce((sum, text) => sum + BigInt(text.replace('.', '')) * 100n, 0n);
        const off = got > wanted ? got - wanted : wanted - got;
        expect(2n * off <= BigInt(texts.length)).toBe(true);
      }),
    );
  });

  it('does not depend on the order, but for the last', () => {
    fc.assert(
      fc.property(hundredths, (amounts) => {
        const texts = amounts.map(written);
        for (const aggregation of ['sum', 'mean', 'median', 'minimum', 'maximum'] as const) {
          expect(of(aggregation, ...texts.toReversed())).toBe(of(aggregation, ...texts));
        }
      }),
    );
  });
});
