import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, toDecimal } from '../../../src/features/metrics/exact-decimal.ts';
import type { Measure } from '../../../src/features/metrics/metric.ts';
import { readableValue, typedValue } from '../../../src/features/metrics/readable-value.ts';
import { type DecimalMark, readTypedNumber } from '../../../src/features/metrics/typed-number.ts';
import { measure } from './some-metric.ts';

const percent = measure({ format: 'percent', unit: '%' });
const euros = measure({ format: 'currency', unit: 'EUR' });
const hours = measure({ format: 'duration', unit: 'hours' });
const days = measure({ format: 'duration', unit: 'days' });
const ofFive = measure({ format: 'score', unit: 'points', scaleFrom: '1', scaleTo: '5' });
const nps = measure({ format: 'score', unit: 'points', scaleFrom: '-100', scaleTo: '100' });
const read = (typed: string, how: Measure, mark?: DecimalMark) => {
  const reading = readTypedNumber(typed, how, mark);
  return reading.ok ? reading.value : `refused: ${reading.problem}`;
};

describe('a typed number', () => {
  it.each([
    ['4.2', 'hours', '4.2'],
    [' 12 ', 'tickets', '12'],
    ['0', 'tickets', '0'],
    ['-0', '', '0'],
    ['-3.50', '', '-3.50'],
    ['+7', '', '7'],
    ['007', '', '7'],
    ['92%', '%', '92'],
    ['92 %', '%', '92'],
    ['4.2 Hours', 'hours', '4.2'],
    ['1,234.5', '', '1234.5'],
    ['1,234,567', '', '1234567'],
    ['12345678901234567890.0123456789', '', '12345678901234567890.0123456789'],
  ])('%j in %j is %s', (typed, unit, value) => {
    expect(read(typed, measure({ unit }))).toBe(value);
  });

  it.each([[''], ['   '], [null], [undefined]])('%j is no value this time, in every format', (typed) => {
    for (const how of [measure({ unit: 'hours' }), percent, euros, hours, ofFive]) {
      expect(readTypedNumber(typed, how)).toEqual({ ok: true, value: null });
    }
  });

  it.each([
    ['about four'],
    ['1,234'],
    ['4,2'],
    ['1e5'],
    ['.5'],
    ['5.'],
    ['1 000'],
    ['1,23,456'],
    ['NaN'],
    ['Infinity'],
    ['0x10'],
    ['٣'],
    ['4.2 days'],
    ['1'.repeat(21)],
    ['1.12345678901'],
  ])('%j is refused rather than guessed', (typed) => {
    expect(read(typed, measure({ unit: 'hours' }))).toMatch(/^refused: Write /);
  });
});

describe('a percentage', () => {
  it.each([
    ['92%', '92'],
    ['92', '92'],
    ['92 percent', '92'],
    ['4.5 per cent', '4.5'],
    ['0.5%', '0.5'],
    ['-3.2%', '-3.2'],
    ['1%', '1'],
    ['0', '0'],
    ['0.0', '0.0'],
    ['1,234.5%', '1234.5'],
    ['104', '104'],
  ])('%j is %s', (typed, value) => {
    expect(read(typed, percent)).toBe(value);
  });

  it.each([
    ['0.92', '0.92 could be 0.92% or 92%'],
    ['1', '1 could be 1% or 100%'],
    ['-0.055', '-0.055 could be -0.055% or -5.5%'],
    ['92 of 100', 'Write a number such as 92%'],
    ['%', 'Write a number'],
    ['92%%', 'Write a number'],
    ['1,234%', 'Leave out the comma'],
  ])('%j is refused: %s', (typed, words) => {
    expect(read(typed, percent)).toContain(words);
    expect(read(typed, percent)).toMatch(/^refused/);
  });
});

describe('an amount of money', () => {
  it.each([
    ['1204.50', '1204.50'],
    ['1,204.50 EUR', '1204.50'],
    ['EUR 1204.50', '1204.50'],
    ['€1,204.50', '1204.50'],
    ['1204 €', '1204'],
    ['-€5', '-5'],
    ['12 eur', '12'],
  ])('%j in euros is %s', (typed, value) => {
    expect(read(typed, euros)).toBe(value);
  });

  it.each([['$1204'], ['1204 USD'], ['1.2k'], ['1204 EUR EUR'], ['1,204'], ['1.204,50']])('%j is refused', (typed) => {
    expect(read(typed, euros)).toMatch(/^refused: Write an? (amount in EUR|number such as 1204.50)/);
  });
});

describe('a duration, in seconds', () => {
  it.each([
    ['2h 30m', '9000'],
    ['2h30m', '9000'],
    ['2 hours 30 minutes', '9000'],
    ['2 hrs 30 mins', '9000'],
    ['90 min', '5400'],
    ['1.5h', '5400'],
    ['2h 30.5m', '9030'],
    ['45s', '45'],
    ['1d 2h', '93600'],
    ['1w', '604800'],
    ['-2h 30m', '-9000'],
    ['0h', '0'],
    ['4.2', '15120'],
    ['1,234.5', '4444200'],
    ['20m', '1200'],
    ['0.0000000001', '0.00000036'],
  ])('%j of a metric in hours is %s', (typed, seconds) => {
    const value = read(typed, hours);
    expect(compareDecimals(toDecimal(String(value)), toDecimal(seconds))).toBe(0);
  });

  it('means the unit of the metric where only a number is typed', () => {
    expect(read('2', days)).toBe('172800');
    expect(read('2', measure({ format: 'duration', unit: 'minutes' }))).toBe('120');
  });

  it.each([
    ['2:30', 'could be hours and minutes, or minutes and seconds'],
    ['2h 30', 'Write a time'],
    ['30m 2h', 'Write a time'],
    ['2h 3h', 'Write a time'],
    ['2.5h 30m', 'Write a time'],
    ['5M', 'Write a time'],
    ['1 month', 'Write a time'],
    ['soon', 'Write a time'],
    ['1,5', 'Leave out the comma'],
    ['1,234', 'Leave out the comma'],
    ['h', 'Write a time'],
  ])('%j is refused: %s', (typed, words) => {
    expect(read(typed, hours)).toContain(words);
    expect(read(typed, hours)).toMatch(/^refused/);
  });
});

describe('a score', () => {
  it.each([
    ['4.5', '4.5'],
    ['4.5/5', '4.5'],
    ['4.5 of 5', '4.5'],
    ['4.5 out of 5.0', '4.5'],
    ['1', '1'],
    ['5 points', '5'],
  ])('%j from 1 to 5 is %s', (typed, value) => {
    expect(read(typed, ofFive)).toBe(value);
  });

  it.each([
    ['0.9', 'Write a score from 1 to 5'],
    ['5.1', 'Write a score from 1 to 5'],
    ['9/10', 'The scale goes from 1 to 5, not to 10'],
    ['4,5', 'Leave out the comma'],
  ])('%j from 1 to 5 is refused: %s', (typed, words) => {
    expect(read(typed, ofFive)).toContain(words);
  });

  it('may lie below zero where its scale does', () => {
    expect(read('-42', nps)).toBe('-42');
    expect(read('-101', nps)).toMatch(/^refused/);
  });
});

describe('a number from a source that says which mark stands before decimals', () => {
  it.each([
    ['1.234,5', ',', '1234.5'],
    ['1.234', ',', '1234'],
    ['4,2', ',', '4.2'],
    ['1,234', '.', '1234'],
    ['4.2', '.', '4.2'],
  ] as const)('%j with %j is %s', (typed, mark, value) => {
    expect(read(typed, measure(), mark)).toBe(value);
  });

  it.each([
    ['4.2', ','],
    ['4,2', '.'],
    ['1,234.5', ','],
  ] as const)('%j with %j is refused', (typed, mark) => {
    expect(read(typed, measure(), mark)).toMatch(/^refused/);
  });

  it('reads the other formats by it as well', () => {
    expect(read('92,5 %', percent, ',')).toBe('92.5');
    expect(read('1.204,50 €', euros, ',')).toBe('1204.50');
    expect(read('2,5h', hours, ',')).toBe('9000');
    expect(read('2,5', hours, ',')).toBe('9000');
  });
});

describe('what a value reads', () => {
  it.each([
    ['4.20', measure({ unit: 'hours' }), '4.2 hours'],
    ['5.000', measure({ unit: 'tickets' }), '5 tickets'],
    ['1234567.5', measure(), '1,234,567.5'],
    ['-1234', measure({ unit: 'euro' }), '-1,234 euro'],
    ['92', measure({ unit: '%' }), '92%'],
    ['0', measure({ unit: 'tickets' }), '0 tickets'],
    ['100', measure(), '100'],
    ['92.50', percent, '92.5%'],
    ['1204.5', euros, '1,204.50 EUR'],
    ['1204', euros, '1,204 EUR'],
    ['1204.125', euros, '1,204.125 EUR'],
    ['9000', hours, '2h 30m'],
    ['360000', hours, '100h'],
    ['93600', days, '1d 2h'],
    ['-90', hours, '-1m 30s'],
    ['0.5', hours, '0.5s'],
    ['0', hours, '0h'],
    ['4.5', ofFive, '4.5 of 5'],
    ['42', nps, '42 (-100 to 100)'],
  ] as const)('%s of %j reads %j', (value, how, words) => {
    expect(readableValue(value, how)).toBe(words);
  });
});

describe('a value that is printed and typed again', () => {
  const decimals = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }), fc.integer({ min: 0, max: 9_999_999 }))
    .map(([isNegative, whole, part]) => `${isNegative ? '-' : ''}${whole}.${String(part).padStart(7, '0')}`)
    .map((text) => text.replace(/\.?0+$/, '').replace(/^-0$/, '0') || '0');
  const measures = fc.constantFrom(measure({ unit: 'tickets' }), measure({ unit: '%' }), percent, euros, hours, days);

  it('is the same, whatever decimal it is and whatever the format', () => {
    fc.assert(
      fc.property(decimals, measures, (value, how) => {
        expect(read(typedValue(value, how), how)).toBe(value);
      }),
    );
  });

  it('is the same as people read it, or refused for a comma alone', () => {
    fc.assert(
      fc.property(decimals, measures, (value, how) => {
        const words = readableValue(value, how);
        const again = read(words, how);
        if (String(again).startsWith('refused')) expect(words).toMatch(/^-?\d{1,3},\d{3}( |%|$)/);
        else expect(compareDecimals(toDecimal(String(again)), toDecimal(value))).toBe(0);
      }),
    );
  });

  it('is the same on a scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 500 }), (hundredths) => {
        const value = String(hundredths / 100);
        expect(read(typedValue(value, ofFive), ofFive)).toBe(value);
        expect(read(readableValue(value, ofFive), ofFive)).toBe(value);
      }),
    );
  });

  it('is never read as another number, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), measures, (typed, how) => {
        const reading = readTypedNumber(typed, how);
        if (reading.ok && reading.value !== null) {
          expect(reading.value).toMatch(/^-?\d+(\.\d+)?$/);
          expect(read(typedValue(reading.value, how), how)).not.toMatch(/^refused/);
        }
      }),
    );
  });
});
