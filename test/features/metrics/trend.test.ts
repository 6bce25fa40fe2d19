import { describe, expect, it } from 'vitest';
import { readableValue } from '../../../src/features/metrics/readable-value.ts';
import { movementOf, readableTrend, type Value } from '../../../src/features/metrics/trend.ts';
import { metric } from './some-metric.ts';

const values = (...numbers: string[]): Value[] => numbers.map((value) => ({ on: '2026-01-01', value }));

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
    const trend = { metric: metric(), values: values('9', '3.9', '3.4', '3.2', '3.1') };
    expect(readableTrend(trend)).toBe('3.9 → 3.4 → 3.2 → 3.1 hours, falling (lower is better)');
  });

  it('tells a missing value from a zero', () => {
    expect(readableTrend({ metric: metric(), values: [] })).toBe('no value yet');
    expect(readableTrend({ metric: metric(), values: values('0') })).toBe('0 hours, the first value');
  });
});
