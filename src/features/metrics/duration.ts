import { type Decimal, dividedBy, fromDecimal, minus, plus, times, toDecimal } from './exact-decimal.ts';

/** What a duration may be counted in. A day has 24 hours here and a week 7 days; months have no length of their own. */
export const DURATION_UNITS = ['weeks', 'days', 'hours', 'minutes', 'seconds'] as const;

type DurationUnit = (typeof DURATION_UNITS)[number];

const SECONDS: Record<DurationUnit, bigint> = {
  weeks: 604_800n,
  days: 86_400n,
  hours: 3600n,
  minutes: 60n,
  seconds: 1n,
};
const LETTERS: Record<DurationUnit, string> = { weeks: 'w', days: 'd', hours: 'h', minutes: 'm', seconds: 's' };

const NAMES: Record<DurationUnit, RegExp> = {
  weeks: /^(w|weeks?)$/i,
  days: /^(d|days?)$/i,
  hours: /^(h|hrs?|hours?)$/i,
  // A capital M may be a month or a million.
  minutes: /^(m|[Mm]ins?|[Mm]inutes?)$/,
  seconds: /^(s|secs?|seconds?)$/i,
};

const PART = /(\d+(?:\.\d+)?)\s*([A-Za-z]+)/g;

/**
 * Seconds of `2h 30m`, `1.5 days`, `90 min`: parts from large to small, each unit once, decimals in the last alone.
 * Undefined for anything else.
 */
export function readDuration(text: string): string | undefined {
  const isNegative = text.startsWith('-');
  const unsigned = text.replace(/^[+-]\s*/, '');
  const parts = [...unsigned.matchAll(PART)].map(([, number = '', name = '']) => ({ number, unit: unitNamed(name) }));
  if (parts.length === 0 || unsigned.replace(PART, '').trim() !== '') return undefined;
  const places = parts.map(({ unit }) => (unit ? DURATION_UNITS.indexOf(unit) : -1));
  const isInOrder = places.every((place, at) => place > (places[at - 1] ?? -1));
  const isWhole = parts.slice(0, -1).every(({ number }) => !number.includes('.'));
  if (!isInOrder || !isWhole) return undefined;
  const seconds = parts.map(({ number, unit }) => inSeconds(toDecimal(number), unit ?? 'seconds')).reduce(plus);
  return fromDecimal(isNegative ? times(seconds, toDecimal('-1')) : seconds);
}

/** Seconds of a number in the metric's own unit; undefined where that is no unit of time. */
export function secondsIn(unit: string, number: string): string | undefined {
  const known = unitNamed(unit);
  return known && fromDecimal(inSeconds(toDecimal(number), known));
}

/** `2h 30m`: in the metric's unit and smaller ones, what is zero left out. */
export function readableDuration(seconds: string, unit: string): string {
  const largest = unitNamed(unit) ?? 'seconds';
  const value = toDecimal(seconds);
  const sign = value.units < 0n ? '-' : '';
  let rest: Decimal = { ...value, units: value.units < 0n ? -value.units : value.units };
  const parts = DURATION_UNITS.slice(DURATION_UNITS.indexOf(largest)).flatMap((each) => {
    const size = { units: SECONDS[each], decimals: 0 };
    const count = each === 'seconds' ? rest : wholeTimes(rest, size);
    rest = minus(rest, times(count, size));
    return count.units === 0n ? [] : [`${fromDecimal(count)}${LETTERS[each]}`];
  });
  return parts.length === 0 ? `0${LETTERS[largest]}` : sign + parts.join(' ');
}

function wholeTimes(one: Decimal, other: Decimal): Decimal {
  const nearest = dividedBy(one, other, 0);
  const isTooMuch = minus(one, times(nearest, other)).units < 0n;
  return isTooMuch ? minus(nearest, { units: 1n, decimals: 0 }) : nearest;
}

function inSeconds(number: Decimal, unit: DurationUnit): Decimal {
  return times(number, { units: SECONDS[unit], decimals: 0 });
}

function unitNamed(name: string): DurationUnit | undefined {
  return DURATION_UNITS.find((unit) => NAMES[unit].test(name));
}
