import { readDuration, secondsIn } from './duration.ts';
import { compareDecimals, fromDecimal, times, toDecimal } from './exact-decimal.ts';
import type { Measure, UnitFormat } from './metric.ts';

/** What somebody typed where a value was asked. Values stay text from here to the database: they are exact decimals. */
export type TypedNumber = { ok: true; value: string | null } | { ok: false; problem: string };

/**
 * Which mark stands before decimals, where that is known, as in a file that declares it. Not known, as with people:
 * `1,234` is a thousand here and a decimal elsewhere, and is refused.
 */
export type DecimalMark = '.' | ',';

const MOST_DIGITS_BEFORE_POINT = 20;
const MOST_DIGITS_AFTER_POINT = 10;
const EMPTY = 'or leave it empty for no value this time.';
const COMMA_HINT = 'Leave out the comma, and write a point before decimals.';
const TOO_LONG = `Write at most ${MOST_DIGITS_AFTER_POINT} decimals and no more than ${MOST_DIGITS_BEFORE_POINT} digits.`;

/**
 * Reads a value as people type it: `92%`, `1,234.5`, `2h 30m`, `4.5 of 5`, with or without its unit. Nothing typed is null,
 * "no value this time"; what could be read two ways is refused rather than guessed. What comes out is an exact decimal as
 * metric.ts says for each format.
 */
export function readTypedNumber(
  typed: string | null | undefined,
  measure: Measure,
  decimalMark?: DecimalMark,
): TypedNumber {
  const text = (typed ?? '').trim();
  if (text === '') return { ok: true, value: null };
  return readers[measure.format](text, measure, decimalMark);
}

type Reader = (text: string, measure: Measure, mark: DecimalMark | undefined) => TypedNumber;

const readers: Record<UnitFormat, Reader> = {
  count: (text, { unit }, mark) => plainNumber(withoutUnit(text, unit), mark, '12 or 4.5'),

  percent(text, _, mark) {
    const [, bare = text, sign] = /^(.*?)\s*(%|percent|per cent)$/i.exec(text) ?? [];
    const read = plainNumber(bare, mark, '92% or 4.5%');
    if (!read.ok || read.value === null || sign !== undefined || isBeyondOne(read.value)) return read;
    const hundredfold = fromDecimal(times(toDecimal(read.value), toDecimal('100')));
    return refused(`${bare} could be ${read.value}% or ${hundredfold}%. Write it with the sign.`);
  },

  currency(text, { unit }, mark) {
    const bare = withoutCurrency(text, unit);
    const other = /[\p{Sc}A-Za-z]+/u.exec(bare)?.[0];
    if (other !== undefined) return refused(`Write an amount in ${unit}, such as 1204.50, ${EMPTY}`);
    return plainNumber(bare, mark, '1204.50');
  },

  duration(text, { unit }, mark) {
    const seconds = readDuration(mark === ',' ? text.replaceAll(',', '.') : text);
    if (seconds !== undefined) return kept(seconds);
    if (!/^[+-]?[\d.,]+$/.test(text)) {
      const clock = text.includes(':') ? ` ${text} could be hours and minutes, or minutes and seconds.` : '';
      return refused(`Write a time such as 2h 30m, 90m or 1.5 ${unit}, ${EMPTY}${clock}`);
    }
    const read = plainNumber(text, mark, `2h 30m, or 1.5 for 1.5 ${unit}`);
    if (!read.ok || read.value === null) return read;
    const inUnit = secondsIn(unit, read.value);
    return inUnit === undefined ? refused(`Write a time with its unit, such as 2h 30m, ${EMPTY}`) : kept(inUnit);
  },

  score(text, { unit, scaleFrom, scaleTo }, mark) {
    const [, bare = text, scale] = /^(.*?)\s*(?:\/|out of|of)\s*(\d+(?:\.\d+)?)$/i.exec(text) ?? [];
    const example = scaleFrom === null || scaleTo === null ? '4.5' : `between ${scaleFrom} and ${scaleTo}`;
    const read = plainNumber(withoutUnit(bare, unit), mark, example);
    if (!read.ok || read.value === null || scaleFrom === null || scaleTo === null) return read;
    if (scale !== undefined && !isEqual(scale, scaleTo)) {
      return refused(`The scale goes from ${scaleFrom} to ${scaleTo}, not to ${scale}.`);
    }
    const value = toDecimal(read.value);
    const isOnScale =
      compareDecimals(value, toDecimal(scaleFrom)) >= 0 && compareDecimals(value, toDecimal(scaleTo)) <= 0;
    return isOnScale ? read : refused(`Write a score from ${scaleFrom} to ${scaleTo}, ${EMPTY}`);
  },
};

/** Without a known mark, commas are clear only where a point follows (`1,234.5`), or where there are two of them. */
const PATTERNS: Record<DecimalMark | 'unknown', RegExp[]> = {
  unknown: [/^([+-]?)(\d+)(?:\.(\d+))?$/, /^([+-]?)(\d{1,3}(?:,\d{3})+)\.(\d+)$/, /^([+-]?)(\d{1,3}(?:,\d{3}){2,})$/],
  '.': [/^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/],
  ',': [/^([+-]?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/],
};

function plainNumber(text: string, mark: DecimalMark | undefined, example: string): TypedNumber {
  const match = PATTERNS[mark ?? 'unknown'].map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (!match) {
    const hint = mark === undefined && text.includes(',') ? ` ${COMMA_HINT}` : '';
    return refused(`Write a number such as ${example}, ${EMPTY}${hint}`);
  }
  const [, sign, whole = '', decimals = ''] = match;
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  const number = decimals === '' ? digits : `${digits}.${decimals}`;
  return kept(sign === '-' && /[1-9]/.test(number) ? `-${number}` : number);
}

/** Refuses what the database would have to round or could not hold. */
function kept(value: string): TypedNumber {
  const [whole = '', decimals = ''] = value.replace('-', '').split('.');
  const isTooLong = whole.length > MOST_DIGITS_BEFORE_POINT || decimals.length > MOST_DIGITS_AFTER_POINT;
  return isTooLong ? refused(TOO_LONG) : { ok: true, value };
}

function refused(problem: string): TypedNumber {
  return { ok: false, problem };
}

function withoutUnit(text: string, unit: string): string {
  return unit !== '' && text.toLowerCase().endsWith(unit.toLowerCase()) ? text.slice(0, -unit.length).trim() : text;
}

const SYMBOLS: Record<string, string> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥', INR: '₹', CHF: 'Fr.' };

/** Its code or symbol may stand on either side, and the sign before both. */
function withoutCurrency(text: string, unit: string): string {
  const [, sign = '', amount = ''] = /^([+-]?)\s*(.*)$/.exec(text) ?? [];
  const names = [unit, SYMBOLS[unit.toUpperCase()] ?? '']
    .filter((name) => name !== '')
    .map((name) => name.toLowerCase());
  const before = names.find((name) => amount.toLowerCase().startsWith(name));
  const behind = names.find((name) => amount.toLowerCase().endsWith(name));
  const bare = before ? amount.slice(before.length) : behind ? amount.slice(0, -behind.length) : amount;
  return sign + bare.trim();
}

/** Zero is zero in percent and as a share; what is more than one is no share of a whole. */
function isBeyondOne(value: string): boolean {
  const number = toDecimal(value.replace('-', ''));
  return number.units === 0n || compareDecimals(number, toDecimal('1')) > 0;
}

function isEqual(one: string, other: string): boolean {
  return compareDecimals(toDecimal(one), toDecimal(other)) === 0;
}
