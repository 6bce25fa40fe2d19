import fc from 'fast-check';
import { sampleRankCorrelation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { holm, type UnitSeries, whatPrecedes } from '../../../src/features/signals/precedence.ts';
import { correlation, rankCovariation, ranksOf } from '../../../src/features/signals/rank-correlation.ts';
import { seededNumbers } from '../../../src/features/signals/seeded-numbers.ts';

/** Weeks that resemble the week before, as those of people do. */
function drifting(random: () => number, length: number): number[] {
  let level = 0;
  return Array.from({ length }, () => {
    level = 0.6 * level + (random() + random() + random() - 1.5);
    return level;
  });
}

function planted(random: () => number, { lag, strength, weeks }: { lag: number; strength: number; weeks: number }) {
  const leading = drifting(random, weeks);
  const noise = drifting(random, weeks);
  const outcome = noise.map((value, at) => value + strength * (leading[at - lag] ?? 0));
  return { leading, outcome };
}

const ask = (units: UnitSeries[], name = 'leading') => ({ leadingKey: name, outcomeKey: 'outcome', units });

describe('what tends to precede what', () => {
  test.each([1, 2, 3])('finds what was planted %i weeks before, and which way it goes', (lag) => {
    const random = seededNumbers(lag);
    const same = Array.from({ length: 8 }, () => planted(random, { lag, strength: 1, weeks: 26 }));
    const other = Array.from({ length: 8 }, () => planted(random, { lag, strength: -1, weeks: 26 }));
    const [found, turned] = whatPrecedes([ask(same), ask(other, 'turned')]);
    expect(found).toMatchObject({ units: 8, finding: { outcome: 'tends-to-precede', lag, way: 1 } });
    expect(turned).toMatchObject({ leadingKey: 'turned', finding: { outcome: 'tends-to-precede', lag, way: -1 } });
  });

  test('of sixty teams where nothing is, it finds something in hardly any, however alike neighbouring weeks are', () => {
    const random = seededNumbers(99);
    const found = Array.from({ length: 60 }, () => {
      const pairs = Array.from({ length: 5 }, (_, pair) =>
        ask(
          Array.from({ length: 8 }, () => ({ leading: drifting(random, 26), outcome: drifting(random, 26) })),
          `pair ${pair}`,
        ),
      );
      return whatPrecedes(pairs).some(({ finding }) => finding.outcome === 'tends-to-precede');
    });
    // One in twenty is what Holm promises: three of sixty, and rarely more than seven.
    expect(found.filter(Boolean).length).toBeLessThanOrEqual(7);
  });

  test('differences between people are no relation in time', () => {
    const random = seededNumbers(5);
    const units = Array.from({ length: 10 }, (_, person) => ({
      leading: drifting(random, 20).map((value) => value + 100 * person),
      outcome: drifting(random, 20).map((value) => value + 100 * person),
    }));
    expect(whatPrecedes([ask(units)])[0]?.finding).toEqual({ outcome: 'nothing-seen' });
  });

  test.each([
    { what: 'nobody', units: [] },
    { what: 'eight weeks, of which seven have a week before', units: [8, 8, 8, 8] },
    { what: 'one person: there are too few ways round', units: [12] },
  ])('too little says so: $what', ({ units }) => {
    const random = seededNumbers(1);
    const series = units.map((weeks) => planted(random, { lag: 1, strength: 9, weeks }));
    expect(whatPrecedes([ask(series)])[0]?.finding).toEqual({ outcome: 'too-little' });
  });

  test('weeks without a value are left out and not taken for zero', () => {
    const random = seededNumbers(17);
    const units = Array.from({ length: 8 }, () => {
      const { leading, outcome } = planted(random, { lag: 2, strength: 2, weeks: 40 });
      return { leading: leading.map((value, at) => (at % 6 === 0 ? undefined : value)), outcome };
    });
    expect(whatPrecedes([ask(units)])[0]?.finding).toMatchObject({ outcome: 'tends-to-precede', lag: 2, way: 1 });
  });

  test('the same question has the same answer', () => {
    const units = Array.from({ length: 4 }, (_, at) =>
      planted(seededNumbers(at), { lag: 1, strength: 0.5, weeks: 20 }),
    );
    expect(whatPrecedes([ask(units)])).toEqual(whatPrecedes([ask(units)]));
  });
});

describe('rank correlation', () => {
  test.each([
    { numbers: [10, 30, 20], ranks: [1, 3, 2] },
    { numbers: [5, 5, 1, 9], ranks: [2.5, 2.5, 1, 4] },
    { numbers: [7, 7, 7], ranks: [2, 2, 2] },
    { numbers: [], ranks: [] },
  ])('ranks of $numbers', ({ numbers, ranks }) => expect(ranksOf(numbers)).toEqual(ranks));

  test('is what another library says, where no two numbers are equal', () => {
    const distinct = fc.uniqueArray(fc.integer(), { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(distinct, distinct, (a, b) => {
        const length = Math.min(a.length, b.length);
        const [first, second] = [a.slice(0, length), b.slice(0, length)];
        expect(correlation(rankCovariation(first, second))).toBeCloseTo(sampleRankCorrelation(first, second), 10);
      }),
    );
  });

  test('with equal numbers, as worked by hand', () => {
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4 about 2.5: products 4.5, squares 4.5 and 5.
    expect(correlation(rankCovariation([1, 2, 2, 3], [1, 2, 3, 4]))).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
    expect(correlation(rankCovariation([1, 1, 1], [1, 2, 3]))).toBe(0);
  });
});

test("Holm's method, as worked by hand", () => {
  // 0.01 x 4, then 0.02 x 3, then 0.03 x 2 which may not be less than the one before, then 0.5.
  const corrected = holm([0.03, undefined, 0.01, 0.5, 0.02]);
  expect(corrected[1]).toBeUndefined();
  for (const [at, value] of [0.06, undefined, 0.04, 0.5, 0.06].entries()) {
    if (value !== undefined) expect(corrected[at]).toBeCloseTo(value, 12);
  }
  expect(holm([0.4, 0.9])).toEqual([0.8, 0.9]);
});
