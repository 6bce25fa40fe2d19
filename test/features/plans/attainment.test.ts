import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainmentOf, type Goal } from '../../../src/features/plans/attainment.ts';
import { compare, fractionOf, inPercent } from '../../../src/features/plans/fraction.ts';

const goal = (differences: Partial<Goal> = {}): Goal => ({
  direction: 'higher',
  threshold: '80',
  target: '90',
  cap: '95',
  capCredit: '1.2',
  ...differences,
});
const attained = (value: string, of: Goal) => inPercent(attainmentOf(value, of));

describe('attainment', () => {
  // Threshold 80, target 90, cap 95, credit 1.2: ten points to the whole, then five points for a fifth more.
  it.each([
    ['-5', '0'],
    ['79.99', '0'],
    ['80', '0'],
    ['81', '10'],
    ['83.333', '33.3'],
    ['85', '50'],
    ['89.9', '99'],
    ['90', '100'],
    ['90.0000000001', '100'],
    ['91', '104'],
    ['92.5', '110'],
    ['95', '120'],
    ['1000', '120'],
  ])('of %s, higher is better, is %s %%', (value, percent) => {
    expect(attained(value, goal())).toBe(percent);
  });

  // Hours to a first reply, 6 down to 4, cap at 3: two hours to the whole, then one hour for a fifth more.
  it.each([
    ['9', '0'],
    ['6', '0'],
    ['5.5', '25'],
    ['5', '50'],
    ['4.2', '90'],
    ['4', '100'],
    ['3.5', '110'],
    ['3', '120'],
    ['0', '120'],
    ['-1', '120'],
  ])('of %s, lower is better, is %s %%', (value, percent) => {
    expect(attained(value, goal({ direction: 'lower', threshold: '6', target: '4', cap: '3' }))).toBe(percent);
  });

  it('credits nothing beyond the target where there is no cap', () => {
    expect(attained('200', goal({ cap: null }))).toBe('100');
    expect(attained('85', goal({ cap: null }))).toBe('50');
  });

  it('credits what the plan says at the cap', () => {
    expect(attained('92.5', goal({ capCredit: '1.5' }))).toBe('125');
    expect(attained('95', goal({ capCredit: '1' }))).toBe('100');
  });

  it('passes through zero', () => {
    const churn: Goal = { direction: 'higher', threshold: '-10', target: '10', cap: '20', capCredit: '1.2' };
    expect(attained('0', churn)).toBe('50');
  });

  it('is exact where floating point is not', () => {
    const narrow = goal({ threshold: '0.1', target: '0.3', cap: '0.4' });
    expect(compare(attainmentOf('0.2', narrow), fractionOf('0.5'))).toBe(0);
    const far = goal({ threshold: '0', target: '12345678901234567890.0123456789', cap: null });
    expect(compare(attainmentOf('12345678901234567890.0123456788', far), fractionOf('1'))).toBe(-1);
  });

  it.each(['', '1e5', '.5', 'about four'])('of %j is refused: it is no decimal', (value) => {
    expect(() => attainmentOf(value, goal())).toThrow('not a decimal number');
  });
});

const decimals = fc.integer({ min: -1_000_000, max: 1_000_000 });
const asText = (thousandths: number) => {
  const digits = String(Math.abs(thousandths)).padStart(4, '0');
  return `${thousandths < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
};
/** Some goal in order, higher is better, with a credit of 1 to 2. */
const goals = fc
  .tuple(fc.uniqueArray(decimals, { minLength: 3, maxLength: 3 }), fc.integer({ min: 1000, max: 2000 }), fc.boolean())
  .map(([numbers, credit, hasCap]): Goal => {
    const [threshold = 0, target = 0, cap = 0] = numbers.toSorted((one, other) => one - other);
    return {
      direction: 'higher',
      threshold: asText(threshold),
      target: asText(target),
      cap: hasCap ? asText(cap) : null,
      capCredit: asText(credit),
    };
  });
const negated = (decimal: string) => (decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`);
const mirrored = (of: Goal): Goal => ({
  ...of,
  direction: of.direction === 'higher' ? 'lower' : 'higher',
  threshold: negated(of.threshold),
  target: negated(of.target),
  cap: of.cap === null ? null : negated(of.cap),
});

describe('attainment of any goal', () => {
  it('lies between nothing and the cap credit', () => {
    fc.assert(
      fc.property(goals, decimals, (of, value) => {
        const attainment = attainmentOf(asText(value), of);
        expect(compare(attainment, fractionOf('0'))).not.toBe(-1);
        expect(compare(attainment, fractionOf(of.cap === null ? '1' : of.capCredit))).not.toBe(1);
      }),
    );
  });

  it('never falls when the value gets better', () => {
    fc.assert(
      fc.property(goals, decimals, decimals, (of, one, other) => {
        const [worse, better] = [Math.min(one, other), Math.max(one, other)].map(asText);
        expect(compare(attainmentOf(worse ?? '', of), attainmentOf(better ?? '', of))).not.toBe(1);
      }),
    );
  });

  it('is the same when everything is mirrored', () => {
    fc.assert(
      fc.property(goals, decimals, (of, value) => {
        const here = attainmentOf(asText(value), of);
        const there = attainmentOf(negated(asText(value)), mirrored(of));
        expect(compare(here, there)).toBe(0);
      }),
    );
  });

  it('is 0 at the threshold, 1 at the target, the credit at the cap', () => {
    fc.assert(
      fc.property(goals, (of) => {
        expect(compare(attainmentOf(of.threshold, of), fractionOf('0'))).toBe(0);
        expect(compare(attainmentOf(of.target, of), fractionOf('1'))).toBe(0);
        if (of.cap !== null) expect(compare(attainmentOf(of.cap, of), fractionOf(of.capCredit))).toBe(0);
      }),
    );
  });
});
