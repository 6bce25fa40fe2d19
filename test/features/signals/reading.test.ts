import { describe, expect, test } from 'vitest';
import { chartsOf } from '../../../src/features/signals/chart-panel.ts';
import { chartWords } from '../../../src/features/signals/chart-words.ts';
import { naturalBounds } from '../../../src/features/signals/natural-bounds.ts';
import { numbersTableView } from '../../../src/features/signals/numbers-table-view.ts';
import {
  latestSignals,
  readableInterpretation,
  readableMissing,
  readablePairsApart,
  readableSignal,
  saidOf,
} from '../../../src/features/signals/readable-signal.ts';
import { isTrouble } from '../../../src/features/signals/reading.ts';
import { trendChart } from '../../../src/features/signals/trend-chart.ts';
import { plusDays } from '../../../src/platform/time/calendar-day.ts';
import { measure } from '../metrics/some-metric.ts';
import { FIRST, interpretation, reading, STEADY } from './some-reading.ts';

describe('what is worth talking about in a metric', () => {
  test.each([
    {
      what: 'above',
      numbers: [...STEADY, 9],
      says: '9 hours (23 Feb to 1 Mar 2026), above',
      usual: '2.8 to 8.2 hours',
    },
    {
      what: 'below',
      numbers: [...STEADY, 1],
      says: '1 hours (23 Feb to 1 Mar 2026), below',
      usual: '2.8 to 8.2 hours',
    },
    {
      what: 'no lower limit below nothing',
      numbers: [0, 2, 0, 2, 0, 2, 0, 2, 9],
      says: '9 hours',
      usual: 'usual: up to 6.3 hours',
    },
    {
      what: 'a row',
      numbers: [...STEADY, 6, 7, 6, 7, 6, 7, 6, 7],
      says: 'eight in a row above',
      usual: 'the last 7 hours (13 to 19 Apr 2026)',
    },
  ])('$what', ({ numbers, says, usual }) => {
    const some = reading(numbers);
    const [latest, ...more] = latestSignals(some, 5);
    if (!latest) throw new Error('no signal');
    expect(more).toEqual([]);
    expect(readableSignal(some, latest)).toContain(says);
    expect(readableSignal(some, latest)).toContain(usual);
  });

  test('limits of minutes and seconds are whole seconds', () => {
    const some = reading([600, 660, 600, 660, 600, 660, 600, 660, 7200], {
      metric: { unit: 'minutes', format: 'duration' },
    });
    const [latest] = latestSignals(some, 1);
    expect(latest && readableSignal(some, latest)).toMatch(/usual: 7m 50s to 13m 10s/);
  });

  test('what may not be used is no signal, and no part of what is usual', () => {
    const challenged = reading([...STEADY, 900], { valueAt: (week) => (week === 8 ? { state: 'challenged' } : {}) });
    expect(latestSignals(challenged, 5)).toEqual([]);
    const early = reading([...STEADY, 9], { valueAt: (week) => (week === 0 ? { state: 'withdrawn' } : {}) });
    expect(latestSignals(early, 5)).toEqual([]);
    expect(readableMissing([reading(STEADY.slice(0, 6))])).toContain('Time to first reply (2 more)');
  });

  test('what is usual is learnt before the span that is shown', () => {
    const from = plusDays(FIRST, 7 * 7);
    const some = reading([...STEADY, 9], { from });
    expect(some.values).toHaveLength(2);
    expect(some.periods.map(({ value }) => value)).toEqual(['6', '9']);
    expect(latestSignals(some, 5)).toHaveLength(1);
  });

  test('a sum that still grows is not told for too small, and is once its week is over', () => {
    const numbers = [50, 60, 50, 60, 50, 60, 50, 60, 2];
    const last = plusDays(FIRST, 7 * 8);
    const sums = { metric: { aggregation: 'sum' as const } };
    expect(latestSignals(reading(numbers, { ...sums, today: last }), 5)).toEqual([]);
    expect(latestSignals(reading(numbers, { ...sums, today: plusDays(last, 4) }), 5)).toHaveLength(1);
    expect(latestSignals(reading(numbers, { today: last }), 5)).toHaveLength(1);
  });

  test.each([
    { direction: 'lower', number: 9, trouble: true },
    { direction: 'lower', number: 1, trouble: false },
    { direction: 'higher', number: 9, trouble: false },
    { direction: 'higher', number: 1, trouble: true },
  ] as const)('$number where $direction is better: trouble $trouble', ({ direction, number, trouble }) => {
    const some = reading([...STEADY, number], { metric: { direction } });
    const signal = latestSignals(some, 1)[0]?.signal;
    expect(signal && isTrouble(some, signal)).toBe(trouble);
  });

  test('what the member said stands with the period that it is about', () => {
    const about = interpretation({ periodOn: plusDays(FIRST, 7 * 8 + 2) });
    const some = reading([...STEADY, 9], { interpretations: [interpretation(), about] });
    const [latest] = latestSignals(some, 1);
    if (!latest) throw new Error('no signal');
    expect(saidOf(some, latest)).toEqual([about]);
    expect(readableInterpretation(about)).toBe('“Two of us were away” (resources)');
  });

  test('a pair that moves apart is told without a verdict', () => {
    const fast = reading([9, 9, 3, 3], { metric: { key: 'speed', name: 'Speed', counterMetricKey: 'reopened' } });
    const worse = reading([1, 1, 5, 5], { metric: { key: 'reopened', name: 'Reopened' } });
    expect(readablePairsApart([fast, worse])).toEqual([
      'Speed got better while Reopened got worse: two sides of one thing, to be looked at together',
    ]);
    expect(
      readablePairsApart([worse, reading([3, 3, 9, 9], { metric: { key: 'speed', counterMetricKey: 'reopened' } })]),
    ).toEqual([]);
  });
});

describe('the natural ends of a scale', () => {
  test.each([
    { format: 'count', values: [1], bounds: { from: 0 } },
    { format: 'count', values: [-1], bounds: {} },
    { format: 'duration', values: [60], bounds: { from: 0 } },
    { format: 'percent', values: [50], bounds: { from: 0, to: 100 } },
    { format: 'percent', values: [120], bounds: { from: 0 } },
    { format: 'percent', values: [-5, 120], bounds: {} },
    { format: 'currency', values: [5], bounds: {} },
    { format: 'score', values: [3], scaleFrom: '1', scaleTo: '5', bounds: { from: 1, to: 5 } },
  ] as const)('$format with $values', ({ values, bounds, ...kind }) => {
    expect(naturalBounds(measure(kind), values)).toEqual(bounds);
  });
});

describe('the period that is running', () => {
  const monthly = { aggregation: 'sum', frequency: 'month' } as const;
  const running = reading([4, 5, 6, 1], {
    metric: monthly,
    today: '2026-03-20',
    valueAt: (at) => ({ ...monthly, on: plusDays('2026-01-10', 21 * at) }),
  });

  test('is not drawn at a day that is still to come, and is marked as running in picture, words and table', () => {
    const [[panel] = []] = chartsOf([running]);
    expect(panel?.points.map(({ on, mark }) => [on, mark])).toEqual([
      ['2026-01-31', undefined],
      ['2026-02-28', undefined],
      ['2026-03-20', 'running'],
    ]);
    expect(panel && chartWords([panel])).toContain('up to Fri 20 Mar 2026');
    expect(panel && chartWords([panel])).toContain('the last 1 hours so far');
    expect(panel && trendChart([panel]).svg).toContain('>so far<');
    expect(JSON.stringify(numbersTableView([running]))).toMatch(/Mar 2026 +1 hours +so far/);
  });

  test('is over on the day after its last', () => {
    const over = reading([4], {
      metric: monthly,
      today: '2026-02-01',
      valueAt: () => ({ ...monthly, on: '2026-01-10' }),
    });
    expect(over.periods.map(({ isRunning }) => isRunning)).toEqual([false]);
    expect(JSON.stringify(chartsOf([over]))).not.toContain('so far');
  });
});
