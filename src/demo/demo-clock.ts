import type { Clock } from '../platform/time/clock.ts';

/** Stands still until it is moved; once let go, it runs as real time does. */
export interface DemoClock extends Clock {
  moveTo(instant: Date): void;
  letGo(): void;
}

export function createDemoClock(start: Date, real: Clock): DemoClock {
  let standing = start.getTime();
  let letGoAt: number | undefined;
  return {
    now: () => new Date(letGoAt === undefined ? standing : standing + real.now().getTime() - letGoAt),
    moveTo(instant) {
      if (instant.getTime() < standing)
        throw new Error(`The story would go back from ${new Date(standing)} to ${instant}.`);
      standing = instant.getTime();
    },
    letGo() {
      letGoAt = real.now().getTime();
    },
  };
}
