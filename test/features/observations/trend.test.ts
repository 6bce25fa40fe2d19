import { describe, expect, it } from 'vitest';
import { valuesByPeriod } from '../../../src/features/observations/period-value.ts';
import { movementOf, readableTrend, type Value } from '../../../src/features/observations/trend.ts';
import { plusDays } from '../../../src/platform/time/calendar-day.ts';
import { metric, value } from '../metrics/some-metric.ts';

/** One a week. */
const values = (...numbers: string[]): Value[] =>
  numbers.map((number, at) => value({ on: plusDays('2026-01-01', 7 * at), value: number }));

describe('movementOf', () => {
  it.each([
    [['1', '2', '3'], 'rising'],
    [['3', '9', '2'], 'falling'],
    [['2', '5', '2.0'], 'level'],
    [['2'], undefined],
    [[], undefined],
  ])('%j is %s', (numbers, movement) => {
    expect(movementOf(valuesByPeriod(values(...numbers)))).toBe(movement);
  });
});

/** When all these are over. */
const LATER = '2027-01-01';

describe('readableTrend', () => {
  it('shows the last values, what they do, and which way is better', () => {
    const trend = { metric: metric(), isAsked: true, values: values('9', '3.9', '3.4', '3.2', '3.1') };
    expect(readableTrend(trend, LATER)).toBe('3.9 → 3.4 → 3.2 → 3.1 hours, falling (lower is better)');
  });

  it('breaks where the metric was defined anew, and compares nothing across the break', () => {
    const minutes = values('3', '240', '180')
      .slice(1)
      .map((one) => ({ ...one, unit: 'minutes', version: 2 }));
    const trend = {
      metric: metric({ unit: 'minutes', version: 2 }),
      isAsked: true,
      values: [...values('3'), ...minutes],
    };
    expect(readableTrend(trend, LATER)).toBe(
      '3 hours (then defined anew) → 240 → 180 minutes, falling (lower is better)',
    );
    expect(movementOf(valuesByPeriod([...values('3'), ...minutes.slice(0, 1)]))).toBeUndefined();
  });

  it('says of the period that is running that more may come, and compares no sum with what still grows', () => {
    const trend = { metric: metric(), isAsked: true, values: values('3', '4', '1') };
    const running = trend.values.at(-1)?.on ?? LATER;
    expect(readableTrend(trend, running)).toBe('3 → 4 → 1 hours so far, falling (lower is better)');
    const sums = trend.values.map((one) => ({ ...one, aggregation: 'sum' as const }));
    expect(readableTrend({ ...trend, values: sums }, running)).toBe('3 → 4 → 1 hours so far, rising (lower is better)');
    expect(readableTrend({ ...trend, values: sums }, LATER)).toBe('3 → 4 → 1 hours, falling (lower is better)');
  });

  it('says when it is not asked any more', () => {
    const trend = { metric: metric(), isAsked: false, values: values('3') };
    expect(readableTrend(trend, LATER)).toBe('3 hours, the first value; not asked any more');
  });

  it('tells a missing value from a zero', () => {
    expect(readableTrend({ metric: metric(), isAsked: true, values: [] }, LATER)).toBe('no value yet');
    expect(readableTrend({ metric: metric(), isAsked: true, values: values('0') }, LATER)).toBe(
      '0 hours, the first value',
    );
  });

  it('leaves out what may not be used', () => {
    const withdrawn = values('3', '99', '4').map((one) =>
      one.value === '99' ? { ...one, state: 'withdrawn' as const } : one,
    );
    expect(readableTrend({ metric: metric(), isAsked: true, values: withdrawn }, LATER)).toBe(
      '3 → 4 hours, rising (lower is better)',
    );
  });

  it('counts a month as one, by the aggregation of the definition', () => {
    const weekly = values('1', '2', '3', '4', '5').map((one) => ({ ...one, frequency: 'month' as const }));
    const sums = weekly.map((one) => ({ ...one, aggregation: 'sum' as const }));
    expect(readableTrend({ metric: metric(), isAsked: true, values: weekly }, LATER)).toBe('5 hours, the first value');
    expect(readableTrend({ metric: metric(), isAsked: true, values: sums }, LATER)).toBe('15 hours, the first value');
  });
});

describe('what a period comes to where something is told twice', () => {
  const sum = { aggregation: 'sum' as const, frequency: 'month' as const };
  const total = (...list: Partial<Value>[]) => valuesByPeriod(list.map((one) => value({ ...sum, ...one })))[0]?.value;

  it('a system comes before people, and of two systems the one that spoke last', () => {
    expect(total({ value: '5' }, { value: '6', source: 'desk' }, { value: '1', source: 'desk' })).toBe('7');
    expect(total({ value: '6', source: 'desk' }, { value: '9', source: 'crm' })).toBe('9');
  });

  it('what people typed again about a day takes the place of what they typed before', () => {
    expect(total({ value: '5' }, { value: '6', source: 'progress' }, { value: '1', on: '2026-01-02' })).toBe('7');
  });

  it('numbers of an earlier definition do not add to those of a later one', () => {
    expect(total({ value: '5' }, { value: '6', version: 2, unit: 'pieces', on: '2026-01-08' })).toBe('6');
  });

  it('a change of words, of an owner or of a tolerance leaves numbers as they are', () => {
    const three = [{ value: '5' }, { value: '6', version: 2, on: '2026-01-08' }] as const;
    expect(total(...three)).toBe('11');
  });

  it('what may not be used takes nobody else out', () => {
    expect(total({ value: '5' }, { value: '6', source: 'desk', state: 'challenged' })).toBe('5');
    expect(total({ value: '5' }, { value: '6', version: 2, state: 'withdrawn' })).toBe('5');
    expect(total({ value: '5', needsVerification: true })).toBeUndefined();
    expect(total({ value: '5', needsVerification: true, state: 'verified' })).toBe('5');
  });
});
