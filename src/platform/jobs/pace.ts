import { millisecondsAfter } from './moments.ts';

/** How fast one workspace is written to, by all copies together. */
export interface Pace {
  perSecond: number;
}

/** So many seconds' worth may go at once after a rest: a small team does not notice the pace. */
const BURST_SECONDS = 5;

/**
 * Messages that may go at `now`, where all up to `spentUntil` are spoken for. An instant further ahead than any claim
 * could have set it was written by a clock that has been put right since.
 */
export function turnsAt(pace: Pace, spentUntil: Date | null, now: Date): { left: number; spent(count: number): Date } {
  const burst = BURST_SECONDS * 1000;
  const rested = millisecondsAfter(now, -burst);
  const isCredible = spentUntil !== null && spentUntil > rested && spentUntil <= millisecondsAfter(now, burst);
  const from = isCredible ? spentUntil : rested;
  const milliseconds = 1000 / pace.perSecond;
  return {
    left: Math.max(0, Math.floor((now.getTime() - from.getTime()) / milliseconds)),
    spent: (count) => millisecondsAfter(from, count * milliseconds),
  };
}
