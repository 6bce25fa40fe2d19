import { compareDecimals, type Decimal, times, toDecimal } from './exact-decimal.ts';
import type { Measure } from './metric.ts';
import { readableValue } from './readable-value.ts';

/** Hours for minutes are 60 times off, a share for percent 100; what is real hardly jumps so far beyond all before it. */
const FAR = toDecimal('20');

/**
 * Why a value may be a slip of the pen, to be asked once; undefined for one that is not. A percentage beyond the whole or
 * below nothing, and a count or a time below nothing, where none was before; and what is twenty times more or less than any
 * of the values before. `before` are values by the same measure, the latest last. What cannot be on a scale never comes so
 * far: it is refused where it is typed.
 */
export function whyUnlikely(value: string, before: readonly string[], measure: Measure): string | undefined {
  const number = toDecimal(value);
  const others = before.map(toDecimal);
  const said = readableValue(value, measure);
  const { format } = measure;
  const whole = toDecimal('100');
  const isBeyond = (one: Decimal) => compareDecimals(one, whole) > 0;
  const isBelow = (one: Decimal) => one.units < 0n;
  if (format === 'percent' && isBeyond(number) && !others.some(isBeyond))
    return `${said} is more than the whole (100%).`;
  if (format !== 'currency' && format !== 'score' && isBelow(number) && !others.some(isBelow)) {
    return `${said} is less than nothing.`;
  }
  const last = before.at(-1);
  const sizes = others.map(sizeOf).filter(({ units }) => units !== 0n);
  if (last === undefined || sizes.length === 0 || number.units === 0n) return undefined;
  const size = sizeOf(number);
  const isFar =
    sizes.every((one) => compareDecimals(size, times(one, FAR)) >= 0) ||
    sizes.every((one) => compareDecimals(times(size, FAR), one) <= 0);
  return isFar ? `${said} is far from what was given before (${readableValue(last, measure)}).` : undefined;
}

function sizeOf({ units, ...rest }: Decimal): Decimal {
  return { ...rest, units: units < 0n ? -units : units };
}
