import type { Clock } from '../../src/platform/time/clock.ts';

/** A clock that stands still until it is told otherwise. */
export interface HandClock extends Clock {
  moveTo(instant: string): void;
}

export function handClock(start: string): HandClock {
  let now = new Date(start);
  return {
    now: () => now,
    moveTo: (instant) => {
      now = new Date(instant);
    },
  };
}
