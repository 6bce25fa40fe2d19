import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSatisfied,
  netPromoterScore,
  readableSatisfaction,
  satisfactionOf,
  satisfiedShare,
} from '../../../src/features/customer-voice/satisfaction.ts';
import { NPS, readScale, type Scale } from '../../../src/features/customer-voice/score.ts';

const csat: Scale = { kind: 'csat', from: 1, to: 5 };
const tallies = (counts: Record<number, number>) =>
  Object.entries(counts).map(([value, count]) => ({ value: Number(value), count }));

describe('worked by hand', () => {
  // Of 10: 5 promoters, 3 passives, 2 detractors. (6 - 3) / 12 = 0.25; sqrt((0.75 - 0.0625) / 12) = 0.239357.
  it('NPS', () => {
    const { n, figure } = satisfactionOf(NPS, tallies({ 10: 2, 9: 3, 8: 1, 7: 2, 6: 1, 0: 1 }));
    expect(n).toBe(10);
    expect(figure?.value).toBeCloseTo(0.3, 12);
    expect(figure?.low).toBeCloseTo(0.25 - 1.959964 * 0.239357, 5);
    expect(figure?.high).toBeCloseTo(0.25 + 1.959964 * 0.239357, 5);
  });

  // Wilson's interval for 8 of 10, as tables give it: 0.4902 to 0.9433.
  it('CSAT', () => {
    const { figure } = satisfactionOf(csat, tallies({ 5: 5, 4: 3, 3: 1, 1: 1 }));
    expect(figure?.value).toBeCloseTo(0.8, 12);
    expect(figure?.low).toBeCloseTo(0.4902, 4);
    expect(figure?.high).toBeCloseTo(0.9433, 4);
  });

  it.each([
    [NPS, tallies({ 9: 3, 2: 1 }), '4 answers only: too few for a figure, which takes 5'],
    [NPS, [], 'no answer'],
    [csat, tallies({ 5: 1 }), '1 answer only: too few for a figure, which takes 5'],
    [csat, tallies({ 5: 5, 4: 3, 3: 1, 1: 1 }), '80% satisfied (95%: 49 to 94%), 10 answers'],
    [NPS, tallies({ 9: 5, 7: 3, 2: 2 }), '+30 (95%: -22 to +72), 10 answers'],
  ])('%o %o reads: %s', (scale, counts, words) => {
    expect(readableSatisfaction(scale, satisfactionOf(scale, counts))).toBe(words);
  });

  it.each([
    ['csat:1-5', [4, 5]],
    ['csat:1-7', [6, 7]],
    ['csat:1-10', [8, 9, 10]],
    ['csat:1-3', [3]],
    ['csat:0-1', [1]],
  ])('on %s the satisfied are %j', (key, satisfied) => {
    const scale = readScale(key);
    if (!scale) throw new Error('no scale');
    const all = Array.from({ length: scale.to - scale.from + 1 }, (_, at) => scale.from + at);
    expect(all.filter((value) => isSatisfied(scale, value))).toEqual(satisfied);
  });
});

describe('whatever people answer', () => {
  const count = fc.integer({ min: 0, max: 5000 });
  const three = fc.tuple(count, count, count).filter(([up, mid, down]) => up + mid + down >= 5);

  it('the NPS lies in its interval, and that within -1 and 1', () => {
    fc.assert(
      fc.property(three, ([up, mid, down]) => {
        const { value, low, high } = netPromoterScore(up, down, up + mid + down);
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(high).toBeGreaterThanOrEqual(value - 1e-12);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });

  it('promoters and detractors changed about, the NPS and its interval change sign', () => {
    fc.assert(
      fc.property(three, ([up, mid, down]) => {
        const n = up + mid + down;
        const [one, other] = [netPromoterScore(up, down, n), netPromoterScore(down, up, n)];
        expect(one.value).toBeCloseTo(-other.value, 12);
        expect(one.low).toBeCloseTo(-other.high, 12);
      }),
    );
  });

  it('more answers of the same kind make the interval narrower', () => {
    fc.assert(
      fc.property(three, fc.integer({ min: 2, max: 9 }), ([up, mid, down], times) => {
        const n = up + mid + down;
        const width = ({ low, high }: { low: number; high: number }) => high - low;
        expect(width(satisfiedShare(up * times, n * times))).toBeLessThan(width(satisfiedShare(up, n)));
        expect(width(netPromoterScore(up * times, down * times, n * times))).toBeLessThan(
          width(netPromoterScore(up, down, n)) + 1e-12,
        );
      }),
    );
  });

  it('no figure is given from fewer than five', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 12 });
    fc.assert(
      fc.property(scores, (given) => {
        const { n, figure } = satisfactionOf(
          NPS,
          given.map((value) => ({ value, count: 1 })),
        );
        expect(n).toBe(given.length);
        expect(figure === null).toBe(given.length < 5);
      }),
    );
  });
});
