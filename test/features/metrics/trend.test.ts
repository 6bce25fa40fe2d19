import { describe, expect, it } from 'vitest';
import { readableValue } from '../../../src/features/metrics/readable-value.ts';
import { movementOf, readableTrend, type Value } from '../../../src/features/metrics/trend.ts';
import { metric } from './some-metric.ts';

const values = (...numbers: string[]): Value[] =>
  numbers.map((value) => ({ on: '2026-01-01', value, unit: 'hours', version: 1 }));

describe('readableValue', () => {
  it.each([
    ['4.20', 'hours', '4.2 hours'],
    ['5.000', 'tickets', '5 tickets'],
    ['1234567.5', '', '1,234,567.5'],
    ['-1234', 'euro', '-1,234 euro'],
    ['92', '%', '92%'],
    ['0', 'tickets', '0 tickets'],
    ['100', '', '100'],
  ])('%s in %j reads %j', (value, unit, words) => {
    expect(readableValue(value, unit)).toBe(words);
  });
});

describe('movementOf', () => {
  it.each([
    [['1', '2', '3'], 'rising'],
    [['3', '9', '2'], 'falling'],
    [['2', '5', '2.0'], 'level'],
    [['2'], undefined],
    [[], undefined],
  ])('%j is %s', (numbers, movement) => {
    expect(movementOf(values(...numbers))).toBe(movement);
  });
});

describe('readableTrend', () => {
  it('shows the last values, what they do, and which way is better', () => {
    const trend = { metric: metric(), isAsked: true, values: values('9', '3.9', '3.4', '3.2', '3.1') };
    expect(readableTrend(trend)).toBe('3.9 → 3.4 → 3.2 → 3.1 hours, falling (lower is better)');
  });

  it('breaks where the metric was defined anew, and compares nothing across the break', () => {
    const minutes = values('240', '180').map((value) => ({ ...value, unit: 'minutes', version: 2 }));
    const trend = {
      metric: metric({ unit: 'minutes', version: 2 }),
      isAsked: true,
      values: [...values('3'), ...minutes],
    };
    expect(readableTrend(trend)).toBe('3 hours (then defined anew) → 240 → 180 minutes, falling (lower is better)');
    expect(movementOf([...values('3'), ...minutes.slice(0, 1)])).toBeUndefined();
  });

  it('says when it is not asked any more', () => {
    const trend = { metric: metric(), isAsked: false, values: values('3') };
    expect(readableTrend(trend)).toBe('3 hours, the first value; not asked any more');
  });

  it('tells a missing value from a zero', () => {
    expect(readableTrend({ metric: metric(), isAsked: true, values: [] })).toBe('no value yet');
    expect(readableTrend({ metric: metric(), isAsked: true, values: values('0') })).toBe('0 hours, the first value');
  });
});
