/** A decimal without any drift: `units` tenths, hundredths, thousandths …, as `decimals` says. 4.25 is 425 and 2. */
export interface Decimal {
  units: bigint;
  decimals: number;
}

/** Reads `-1234.50`, as the database and `readTypedNumber` write numbers. Anything else is a bug and throws. */
export function toDecimal(text: string): Decimal {
  const [, sign, whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new Error(`"${text}" is not a decimal number.`);
  const units = BigInt(whole + decimals);
  return { units: sign === '-' ? -units : units, decimals: decimals.length };
}

/** As short as it goes: `4.50` comes back as `4.5`. */
export function fromDecimal({ units, decimals }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const part = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const number = part === '' ? whole : `${whole}.${part}`;
  return units < 0n ? `-${number}` : number;
}

export function plus(one: Decimal, other: Decimal): Decimal {
  const decimals = Math.max(one.decimals, other.decimals);
  return { units: unitsAt(one, decimals) + unitsAt(other, decimals), decimals };
}

export function minus(one: Decimal, other: Decimal): Decimal {
  return plus(one, { units: -other.units, decimals: other.decimals });
}

export function times(one: Decimal, other: Decimal): Decimal {
  return { units: one.units * other.units, decimals: one.decimals + other.decimals };
}

/** Negative where `one` is less than `other`, zero where they are equal: made for sorting. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const { units } = minus(one, other);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** Rounded to so many decimals, a half away from zero, as PostgreSQL rounds. Dividing by zero throws. */
export function dividedBy(one: Decimal, other: Decimal, decimals: number): Decimal {
  const numerator = one.units * 10n ** BigInt(other.decimals + decimals);
  const denominator = other.units * 10n ** BigInt(one.decimals);
  const isNegative = numerator < 0n !== denominator < 0n;
  const size = (2n * absolute(numerator) + absolute(denominator)) / (2n * absolute(denominator));
  return { units: isNegative ? -size : size, decimals };
}

/** As so many parts of that size; `wanted` may not be fewer decimals than it has. */
export function unitsAt({ units, decimals }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - decimals);
}

function absolute(number: bigint): bigint {
  return number < 0n ? -number : number;
}
