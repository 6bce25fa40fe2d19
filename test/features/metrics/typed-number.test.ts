import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedNumber } from '../../../src/features/metrics/typed-number.ts';

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
    ['12345678901234567890.0123456789', '', '12345678901234567890.0123456789'],
  ])('%j in %j is %s', (typed, unit, value) => {
    expect(readTypedNumber(typed, unit)).toEqual({ ok: true, value });
  });

  it.each([[''], ['   '], [null], [undefined]])('%j is no value this time', (typed) => {
    expect(readTypedNumber(typed, 'hours')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['about four'],
    ['1,234'],
    ['4,2'],
    ['1e5'],
    ['.5'],
    ['5.'],
    ['1 000'],
    ['NaN'],
    ['Infinity'],
    ['0x10'],
    ['٣'],
    ['4.2 days'],
    ['1'.repeat(21)],
    ['1.12345678901'],
  ])('%j is refused rather than guessed', (typed) => {
    expect(readTypedNumber(typed, 'hours').ok).toBe(false);
  });

  it('comes out as it went in, whatever decimal it is', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }),
        fc.integer({ min: 0, max: 9_999_999 }),
        (whole, part) => {
          const typed = `${whole}.${part}`;
          expect(readTypedNumber(typed, '')).toEqual({ ok: true, value: typed });
        },
      ),
    );
  });
});
