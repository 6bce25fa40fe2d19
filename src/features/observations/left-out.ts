import { periodOf, readablePeriod } from '../metrics/metric-period.ts';
import { readableValue } from '../metrics/readable-value.ts';
import { DEFINED_ANEW } from './comparable.ts';
import { comparableWithLatest } from './period-value.ts';
import type { Value } from './trend.ts';
import { isUsable, whyLeftOut } from './usable-value.ts';

const MOST_EACH = 3;

/**
 * What of these values does not count, by reason, the latest first: `left out: 4.2 hours of 23 to 29 Mar 2026 (withdrawn)`.
 * Undefined where all count. A value in whose place another one counts is not missed, and not listed.
 */
export function readableLeftOut(values: readonly Value[]): string | undefined {
  const dropped = new Set(droppedByDefinition(values));
  const leftOut = values.toReversed().flatMap((value) => {
    const because = dropped.has(value) ? DEFINED_ANEW : undefined;
    const why = value.state === 'corrected' ? undefined : (whyLeftOut(value) ?? because);
    return why === undefined ? [] : [{ value, why }];
  });
  if (leftOut.length === 0) return undefined;
  const reasons = [...Map.groupBy(leftOut, ({ why }) => why)].map(([why, of]) => {
    const shown = of.slice(0, MOST_EACH).map(({ value }) => readableOne(value));
    const more = of.length > shown.length ? ` and ${of.length - shown.length} more` : '';
    return `${shown.join(', ')}${more} (${why})`;
  });
  return `left out: ${reasons.join('; ')}`;
}

/** Values that might be used, in periods whose number is made of others: the definition changed within the period. */
function droppedByDefinition(values: readonly Value[]): Value[] {
  const ofPeriod = Map.groupBy(values.filter(isUsable), ({ frequency, on }) => periodOf(frequency, on).to);
  return [...ofPeriod.values()].flatMap((inPeriod) => {
    const kept = new Set(comparableWithLatest(inPeriod));
    return inPeriod.filter((value) => !kept.has(value));
  });
}

function readableOne(value: Value): string {
  return `${readableValue(value.value, value)} of ${readablePeriod(periodOf(value.frequency, value.on))}`;
}
