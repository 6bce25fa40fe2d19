import { toDecimal } from '../metrics/exact-decimal.ts';

/** An exact number. The denominator is above zero; it is not always reduced. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

/** Of a decimal as the database and the forms have it: `-12.50`. Throws at anything else, `1e5` and `.5` included. */
export function fractionOf(decimal: string): Fraction {
  const { units, decimals } = toDecimal(decimal);
  return { numerator: units, denominator: 10n ** BigInt(decimals) };
}

export function plus(one: Fraction, other: Fraction): Fraction {
  return {
    numerator: one.numerator * other.denominator + other.numerator * one.denominator,
    denominator: one.denominator * other.denominator,
  };
}

export function minus(one: Fraction, other: Fraction): Fraction {
  return plus(one, { ...other, numerator: -other.numerator });
}

export function times(one: Fraction, other: Fraction): Fraction {
  return {
    numerator: one.numerator * other.numerator,
    denominator: one.denominator * other.denominator,
  };
}

/** Throws where the divisor is zero. */
export function dividedBy(one: Fraction, divisor: Fraction): Fraction {
  if (divisor.numerator === 0n) throw new Error('nothing is divided by zero');
  const sign = divisor.numerator < 0n ? -1n : 1n;
  return {
    numerator: sign * one.numerator * divisor.denominator,
    denominator: sign * one.denominator * divisor.numerator,
  };
}

/** Below zero where `one` is the smaller, above where it is the greater, else zero. */
export function compare(one: Fraction, other: Fraction): number {
  const difference = one.numerator * other.denominator - other.numerator * one.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** In percent with one decimal, halves away from zero: two thirds are `66.7`, a whole is `100`. */
export function inPercent({ numerator, denominator }: Fraction): string {
  const thousandfold = 1000n * (numerator < 0n ? -numerator : numerator);
  const tenths = (2n * thousandfold + denominator) / (2n * denominator);
  const decimal = tenths % 10n === 0n ? '' : `.${tenths % 10n}`;
  return `${numerator < 0n && tenths > 0n ? '-' : ''}${tenths / 10n}${decimal}`;
}
