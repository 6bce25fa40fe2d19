import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawableText } from '../../../src/features/signals/drawable-text.ts';
import { scaleFor } from '../../../src/features/signals/scale.ts';
import { type ChartPanel, type ChartPoint, trendChart } from '../../../src/features/signals/trend-chart.ts';
import { drawPng } from '../../../src/platform/pictures/draw-png.ts';
import { dayOf, plusDays } from '../../../src/platform/time/calendar-day.ts';

const START = dayOf(new Date('2026-01-05T12:00:00Z'), 'UTC');

function panel(
  numbers: number[],
  more: Partial<ChartPanel> = {},
  point: (at: number) => Partial<ChartPoint> = () => ({}),
) {
  const points = numbers.map((value, at) => ({
    on: plusDays(START, 7 * at),
    value,
    version: 1,
    limits: undefined,
    ...point(at),
  }));
  const about = {
    key: 'first_reply',
    name: 'Time to first reply',
    unit: 'hours',
    direction: 'lower',
    latest: '3 hours',
  } as const;
  return { ...about, points, targets: [], bounds: {}, ...more };
}

/** Whatever the database can hold: twenty digits before the point and ten after it. */
const numbers = fc
  .tuple(fc.maxSafeInteger(), fc.integer({ min: -5, max: 10 }))
  .map(([digits, decimals]) => digits / 10 ** decimals);

const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
const count = (svg: string, what: RegExp) => [...svg.matchAll(new RegExp(what, 'g'))].length;

describe('the picture of a trend', () => {
  test('says what it shows, and explains only what is in it', () => {
    const { svg } = trendChart([panel([4, 3, 5])]);
    expect(words(svg)).toEqual(
      expect.arrayContaining(['Time to first reply', 'hours, lower is better', '3 hours', '5 Jan', '19 Jan']),
    );
    for (const absent of ['worth talking about', 'usual', 'target', 'waits', 'defined anew']) {
      expect(words(svg)).not.toContain(absent);
    }
    expect(count(svg, /<circle/)).toBe(3);
  });

  test('marks signals, limits, target steps, what waits and where the definition changed', () => {
    const limits = { mean: 4, lower: 2, upper: 6 };
    const targets = [
      { from: START, value: 5 },
      { from: plusDays(START, 14), value: 4 },
    ];
    const { svg } = trendChart([
      panel([4, 9, 5, 4, 3], { targets }, (at) => ({
        limits,
        version: at < 3 ? 1 : 2,
        ...(at === 1 && { mark: 'signal' as const }),
        ...(at === 2 && { mark: 'challenged' as const }),
      })),
    ]);
    expect(words(svg)).toEqual(
      expect.arrayContaining(['worth talking about', 'usual', 'target', 'waits', 'defined anew']),
    );
    // The line has two stretches, and passes by the value that waits.
    const lines = [...svg.matchAll(/<path d="(M[^"]*)" fill="none" stroke="#0072B2"/g)].map(([, path]) => path);
    expect(lines.map((path) => path?.split('L').length)).toEqual([2, 2]);
    // One step of the target, down where the second begins.
    const [, target] = /<path d="(M[^"]*)" fill="none" stroke="#00785A"/.exec(svg) ?? [];
    expect(target?.split('L')).toHaveLength(2);
  });

  test('no limit is drawn where no value can be', () => {
    const limits = { mean: 1, lower: -40, upper: 42 };
    const free = trendChart([panel([1, 2, 1], {}, () => ({ limits }))]);
    const bounded = trendChart([panel([1, 2, 1], { bounds: { from: 0, to: 10 } }, () => ({ limits }))]);
    expect(words(free.svg).filter((label) => label?.startsWith('-'))).not.toEqual([]);
    expect(words(bounded.svg).filter((label) => label?.startsWith('-'))).toEqual([]);
    expect(words(bounded.svg)).toContain('10');
    expect(words(bounded.svg)).not.toContain('20');
  });

  test('what people called things cannot break it, and letters that it lacks become the key', () => {
    expect(words(trendChart([panel([1], { name: 'A <b> & "c"' })]).svg)).toContain('A &lt;b&gt; &amp; "c"');
    expect(words(trendChart([panel([1], { name: '初回返信時間' })]).svg)).toContain('first_reply');
    expect(drawableText('Время ответа: τ ≤ 4 €', 40)).toBe('Время ответа: τ ≤ 4 €');
    expect(drawableText('first 🎉', 40)).toBeUndefined();
    expect(drawableText('abcdef', 4)).toBe('abc…');
  });

  test('whatever the values, every number in it is one', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 30 }), (values) => {
        const { svg } = trendChart([panel(values)]);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 200 },
    );
  });

  test('two metrics stand one below the other, over the same days', () => {
    const [one, two] = [trendChart([panel([4, 3])]), trendChart([panel([4, 3]), panel([9, 9, 9, 9])])];
    expect(two.height).toBeGreaterThan(one.height);
    // Four weeks wide, although the first has two values.
    expect(words(two.svg).filter((label) => label === '26 Jan')).toHaveLength(2);
  });

  test('is drawn, with its letters, and the same each time', async () => {
    const { svg, width, height } = trendChart([panel([4, 3, 5])]);
    const [png, again, mute] = [
      await drawPng(svg),
      await drawPng(svg),
      await drawPng(svg.replace(/<text.*?<\/text>/g, '')),
    ];
    expect(Buffer.from(png).equals(Buffer.from(again))).toBe(true);
    const header = Buffer.from(png);
    expect(header.subarray(1, 4).toString()).toBe('PNG');
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([width, height]);
    expect(png.length).toBeGreaterThan(mute.length);
  });
});

describe('an axis', () => {
  test.each([
    { values: [0, 10], ticks: ['0', '2.5', '5', '7.5', '10'] },
    { values: [3.1, 4.6], ticks: ['3', '3.5', '4', '4.5', '5'] },
    { values: [7], ticks: ['2', '4', '6', '8', '10', '12'] },
    { values: [0], ticks: ['-0.5', '-0.25', '0', '0.25', '0.5'] },
    { values: [5000, 20_000], ticks: ['5k', '10k', '15k', '20k'] },
  ])('of $values', ({ values, ticks }) => {
    const scale = scaleFor(values);
    expect(scale.ticks.map(scale.label)).toEqual(ticks);
  });

  test('holds all values, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 20 }), (values) => {
        const { share, ticks } = scaleFor(values);
        for (const value of values) {
          expect(share(value)).toBeGreaterThanOrEqual(-1e-6);
          expect(share(value)).toBeLessThanOrEqual(1 + 1e-6);
        }
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
