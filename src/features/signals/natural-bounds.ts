import type { Measure } from '../metrics/metric.ts';

/** What no value of this kind goes beyond, as plain numbers; absent, there is no such end. */
export interface Bounds {
  from?: number;
  to?: number;
}

/**
 * The ends that limits are not drawn or printed beyond: a count, a duration and a share do not fall below nothing, a share
 * does not rise above all, a score keeps to its scale. Where a value did go beyond, as a net change does, that end is none.
 */
export function naturalBounds({ format, scaleFrom, scaleTo }: Measure, values: readonly number[]): Bounds {
  const from = format === 'score' ? scaleFrom : format === 'currency' ? null : '0';
  const to = format === 'score' ? scaleTo : format === 'percent' ? '100' : null;
  return {
    ...(from !== null && values.every((value) => value >= Number(from)) && { from: Number(from) }),
    ...(to !== null && values.every((value) => value <= Number(to)) && { to: Number(to) }),
  };
}
