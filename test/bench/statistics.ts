/** The value below which that share of them lies; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is nothing to measure.');
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
