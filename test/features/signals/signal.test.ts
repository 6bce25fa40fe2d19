import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processLimits } from '../../../src/features/signals/process-limits.ts';
import { type ComparableValue, readSignals } from '../../../src/features/signals/signal.ts';
import { comparable } from '../metrics/some-metric.ts';

function series(values: readonly (number | string)[], versionAt: (at: number) => number = () => 1): ComparableValue[] {
  return values.map((value, at) => ({ ...comparable({ unit: `hours ${versionAt(at)}` }), value: String(value) }));
}

const kinds = (values: ComparableValue[]) => readSignals(values).signals.map(({ at, kind, side }) => [at, kind, side]);

/** Annual flow of the Nile at Aswan, 1871 to 1970, in 10^8 m3 (Cobb 1978; public domain). It fell in 1899. */
const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

describe('natural process limits', () => {
  test('of the flow rates in the NIST handbook, 6.3.2.2', () => {
    // It prints 45.8159 and 55.8041, with 3 / 1.128 where Wheeler and we write 2.66.
    const limits = processLimits(['49.6', '47.6', '49.9', '51.3', '47.8', '51.2', '52.6', '52.4', '53.6', '52.1']);
    expect(limits?.mean).toBeCloseTo(50.81, 10);
    expect(limits?.lower).toBeCloseTo(45.8159, 2);
    expect(limits?.upper).toBeCloseTo(55.8041, 2);
    expect(limits?.lower).toBeCloseTo(45.815_111_111, 8);
    expect(limits?.upper).toBeCloseTo(55.804_888_889, 8);
  });

  test('of the first 24 years of the Nile', () => {
    // Sum 26,127; moving ranges sum to 3,502; so 1088.625 ± 2.66 × 3502 / 23.
    const limits = processLimits(NILE.slice(0, 24).map(String));
    expect(limits?.mean).toBeCloseTo(1088.625, 10);
    expect(limits?.lower).toBeCloseTo(683.611_086_957, 8);
    expect(limits?.upper).toBeCloseTo(1493.638_913_043, 8);
  });

  test.each([0, 1, 7])('%i values have none', (count) => {
    expect(processLimits(NILE.slice(0, count).map(String))).toBeUndefined();
  });

  test('eight values have some', () => {
    expect(processLimits(NILE.slice(0, 8).map(String))).toBeDefined();
  });
});

describe('signals', () => {
  test('the Nile falls in 1899, and it is known after eight years; one drought is known at once', () => {
    const reading = readSignals(series(NILE));
    const years = reading.signals.map(({ at, kind, side }) => `${1871 + at} ${kind} ${side}`);
    expect(reading.limits[36]).toMatchObject({ mean: 821.5 });
    expect(reading.limits[36]?.lower).toBeCloseTo(449.1, 8);
    expect(years).toEqual(['1906 run below', '1913 outside below']);
  });

  test.each([
    { what: 'seven and a wild one', values: [5, 6, 5, 6, 5, 6, 5, 500], signals: [], missing: 0 },
    { what: 'seven', values: [5, 6, 5, 6, 5, 6, 5], signals: [], missing: 1 },
    { what: 'eight, then a wild one', values: [5, 6, 5, 6, 5, 6, 5, 6, 500], signals: [[8, 'outside', 'above']] },
    { what: 'eight, then one far below', values: [5, 6, 5, 6, 5, 6, 5, 6, -9], signals: [[8, 'outside', 'below']] },
    // Mean 5.5, mean moving range 1: limits 2.84 and 8.16.
    { what: 'exactly on the upper limit', values: [5, 6, 5, 6, 5, 6, 5, 6, 8.16], signals: [] },
    { what: 'a hair beyond it', values: [5, 6, 5, 6, 5, 6, 5, 6, 8.1601], signals: [[8, 'outside', 'above']] },
    { what: 'exactly on the lower limit', values: [5, 6, 5, 6, 5, 6, 5, 6, 2.84], signals: [] },
    {
      what: 'seven on one side, then one on the other',
      values: [5, 7, 5, 7, 5, 7, 5, 7, 7, 7, 7, 7, 7, 7, 7, 5],
      signals: [],
    },
    {
      what: 'eight on one side',
      values: [5, 7, 5, 7, 5, 7, 5, 7, 7, 7, 7, 7, 7, 7, 7, 7],
      signals: [[15, 'run', 'above']],
    },
    {
      what: 'the ninth on that side is usual by then',
      values: [4, 8, 4, 8, 4, 8, 4, 8, 7, 8, 7, 8, 7, 8, 7, 8, 7, 8],
      signals: [[15, 'run', 'above']],
    },
    {
      what: 'one on the mean breaks a row',
      values: [5, 7, 5, 7, 5, 7, 5, 7, 7, 5, 7, 5, 7, 5, 6, 7, 5],
      signals: [],
    },
    { what: 'what never moved, moves', values: [3, 3, 3, 3, 3, 3, 3, 3, 4], signals: [[8, 'outside', 'above']] },
  ])('$what', ({ values, signals, missing }) => {
    expect(kinds(series(values))).toEqual(signals);
    if (missing !== undefined) expect(readSignals(series(values)).missing).toBe(missing);
  });

  test('tenths that a float cannot hold are still equal', () => {
    expect(kinds(series(Array(20).fill('0.1')))).toEqual([]);
    expect(kinds(series([...Array(8).fill('1000000000.0000000001'), '1000000000.0000000002']))).toEqual([
      [8, 'outside', 'above'],
    ]);
  });

  test('a new definition starts anew: no baseline and no row goes across it', () => {
    const steady = [5, 6, 5, 6, 5, 6, 5, 6];
    const values = series([...steady, 500, 501, 500], (at) => (at < 8 ? 1 : 2));
    expect(kinds(values)).toEqual([]);
    expect(readSignals(values).missing).toBe(5);
    expect(readSignals(values).limits.at(-1)).toBeUndefined();
    const runs = series([...steady, 5, 5, 5, 5, ...steady.map(() => 5)], (at) => (at < 12 ? 1 : 2));
    expect(kinds(runs)).toEqual([]);
  });

  const anySeries = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 60 });

  test('what comes later never makes or unmakes a signal', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(60), (values, cut) => {
        const all = readSignals(series(values));
        const before = readSignals(series(values.slice(0, cut)));
        expect(before.signals).toEqual(all.signals.filter(({ at }) => at < cut));
        expect(before.limits).toEqual(all.limits.slice(0, cut));
      }),
    );
  });

  test('fewer than nine values are never a signal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 8 }), (values) => {
        expect(kinds(series(values))).toEqual([]);
      }),
    );
  });

  test('the unit does not matter: shifted and stretched, the same values are signals', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1, max: 50 }), fc.integer({ min: -500, max: 500 }), (values, by, to) => {
        expect(kinds(series(values.map((value) => value * by + to)))).toEqual(kinds(series(values)));
      }),
    );
  });

  test('upside down, above is below', () => {
    fc.assert(
      fc.property(anySeries, (values) => {
        const mirrored = kinds(series(values)).map(([at, kind, side]) => [
          at,
          kind,
          side === 'above' ? 'below' : 'above',
        ]);
        expect(kinds(series(values.map((value) => -value)))).toEqual(mirrored);
      }),
    );
  });
});
