/** How often one key may come in a minute, by the clock that the caller shows. */
export interface RepeatLimit {
  /** False when it came too often. */
  allows(key: string, now: Date): boolean;
}

const MINUTE = 60_000;
/** Keys of a minute; more than that, and the memory of all begins anew rather than grow. */
const MOST_KEYS = 100_000;

/** In this process alone: a copy beside it counts for itself. */
export function createRepeatLimit(perMinute: number): RepeatLimit {
  let minute = Number.NaN;
  let counts = new Map<string, number>();
  return {
    allows(key, now) {
      const current = Math.floor(now.getTime() / MINUTE);
      if (current !== minute || counts.size >= MOST_KEYS) {
        minute = current;
        counts = new Map();
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= perMinute;
    },
  };
}
