import { periodOf, readablePeriod } from './metric-period.ts';
import { readableValue } from './readable-value.ts';
import type { Value } from './trend.ts';
import { whyLeftOut } from './usable-value.ts';

const MOST_EACH = 3;

/**
 * What of these values does not count, by reason, the latest first: `left out: 4.2 hours of 23 to 29 Mar 2026 (withdrawn)`.
 * Undefined where all count. A value in whose place another one counts is not missed, and not listed.
 */
export function readableLeftOut(values: readonly Value[]): string | undefined {
  const leftOut = values.toReversed().flatMap((value) => {
    const why = value.state === 'corrected' ? undefined : whyLeftOut(value);
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

function readableOne(value: Value): string {
  return `${readableValue(value.value, value)} of ${readablePeriod(periodOf(value.frequency, value.on))}`;
}
