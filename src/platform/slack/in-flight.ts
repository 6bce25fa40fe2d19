/** Counts the work that has begun and not ended, so that a stop can wait for it: Bolt's own stop does not. */
export interface InFlight {
  track<Result>(work: () => Promise<Result>): Promise<Result>;
  count(): number;
  /** True when everything ended in time. May be asked more than once, and while new work begins. */
  drain(deadlineMs: number): Promise<boolean>;
}

export function createInFlight(): InFlight {
  let running = 0;
  let waiting: (() => void)[] = [];

  return {
    async track(work) {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        if (running === 0) {
          const idle = waiting;
          waiting = [];
          for (const tell of idle) tell();
        }
      }
    },
    count: () => running,
    async drain(deadlineMs) {
      if (running === 0) return true;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const timer = setTimeout(() => resolve(false), deadlineMs);
      waiting.push(() => resolve(true));
      const drained = await promise;
      clearTimeout(timer);
      return drained;
    },
  };
}
