import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fractionOf, inPercent } from '../../../src/features/plans/fraction.ts';
import { planScore, type ScoredItem } from '../../../src/features/plans/plan-score.ts';

const items = (...pairs: [weight: string, attainment: string | null][]): ScoredItem[] =>
  pairs.map(([weight, attainment]) => ({ weight, attainment: attainment === null ? null : fractionOf(attainment) }));

function readable(of: ScoredItem[]): string {
  const result = planScore(of);
  const score = result.outcome === 'scored' ? inPercent(result.score) : 'not enough evidence';
  return `${score} at ${inPercent(result.coverage)}`;
}

describe('the score of a plan', () => {
  // By hand: (50 x 0.8 + 30 x 1.2 + 20 x 0) / 100 = 0.76. Without the 30: (40 + 0) / 70 = 0.5714.
  it.each([
    ['100 at 100', items(['100', '1'])],
    ['76 at 100', items(['50', '0.8'], ['30', '1.2'], ['20', '0'])],
    ['57.1 at 70', items(['50', '0.8'], ['30', null], ['20', '0'])],
    ['50 at 60', items(['60', '0.5'], ['40', null])],
    ['not enough evidence at 60', items(['59.99', '0.5'], ['40.01', null])],
    ['not enough evidence at 50', items(['50', '1'], ['50', null])],
    ['not enough evidence at 0', items(['100', null])],
    ['106.7 at 100', items(['33.3', '1'], ['33.3', '1'], ['33.4', '1.2'])],
    ['66.7 at 100', items(['1', '0'], ['2', '1'])],
  ])('is %s', (words, of) => {
    expect(readable(of)).toBe(words);
  });

  it('needs some weight', () => {
    expect(() => planScore([])).toThrow();
  });
});

const someItems = fc.array(
  fc.record({
    weight: fc.integer({ min: 1, max: 100 }).map(String),
    attainment: fc.option(fc.integer({ min: 0, max: 120 }).map((n) => ({ numerator: BigInt(n), denominator: 100n }))),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('the score of any plan', () => {
  it('lies between its least and its greatest attainment', () => {
    fc.assert(
      fc.property(someItems, (of) => {
        const result = planScore(of);
        if (result.outcome !== 'scored') return;
        const { score } = result;
        const attained = of.flatMap(({ attainment }) => attainment ?? []);
        expect(attained.some((one) => compare(one, score) <= 0)).toBe(true);
        expect(attained.some((one) => compare(one, score) >= 0)).toBe(true);
      }),
    );
  });

  it('is not changed by what is left out, which only lowers coverage', () => {
    fc.assert(
      fc.property(someItems, fc.integer({ min: 1, max: 100 }), (of, weight) => {
        const [without, withIt] = [planScore(of), planScore([...of, { weight: String(weight), attainment: null }])];
        expect(compare(withIt.coverage, without.coverage)).not.toBe(1);
        if (without.outcome !== 'scored' || withIt.outcome !== 'scored') return;
        expect(compare(withIt.score, without.score)).toBe(0);
      }),
    );
  });

  it('never falls when one attainment rises, and does not mind the order or the scale of the weights', () => {
    fc.assert(
      fc.property(someItems, (of) => {
        const before = planScore(of);
        if (before.outcome !== 'scored') return;
        const [first, ...rest] = of;
        if (!first?.attainment) return;
        const better = planScore([{ ...first, attainment: { numerator: 120n, denominator: 100n } }, ...rest]);
        const turned = planScore(of.toReversed().map((one) => ({ ...one, weight: `${one.weight}0` })));
        expect(better.outcome === 'scored' && compare(better.score, before.score)).not.toBe(-1);
        expect(turned.outcome === 'scored' && compare(turned.score, before.score)).toBe(0);
      }),
    );
  });
});

describe('percent', () => {
  it.each([
    ['0', '0'],
    ['0.0004', '0'],
    ['0.0005', '0.1'],
    ['0.12345', '12.3'],
    ['0.9995', '100'],
    ['0.99949', '99.9'],
    ['-0.0005', '-0.1'],
    ['-0.0004', '0'],
    ['1.2', '120'],
  ])('%s is %s', (decimal, percent) => {
    expect(inPercent(fractionOf(decimal))).toBe(percent);
  });
});
