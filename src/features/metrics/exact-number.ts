/** Digits after the point that the database keeps of a value. */
const SCALE = 10;

/** An exact decimal as so many ten-thousand-millionths, to be added and compared without rounding. */
export function exactNumber(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const units = BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'));
  return decimal.startsWith('-') ? -units : units;
}

/** A quotient of exact numbers as a plain one, for drawing and printing; never for comparing. */
export function plainNumber(numerator: bigint, denominator = 1n): number {
  // Fifteen digits are what a plain number holds.
  return Number((numerator * 1_000_000n) / denominator) / 1e16;
}
