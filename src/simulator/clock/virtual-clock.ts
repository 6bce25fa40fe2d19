/** The simulator's time, shared with the app: it stands still, is moved forward, or runs at a speed. */
export interface VirtualClock {
  now(): Date;
  /** Seconds of this clock for each real second; 0, it stands still. */
  readonly speed: number;
  /** Forward only. A running clock runs on from there. */
  moveTo(instant: Date): void;
  run(speed: number): void;
  /** Told of every move and every change of speed, not of time passing; the answer unsubscribes. */
  subscribe(watcher: () => void): () => void;
}

export function createVirtualClock(start: Date, real: { now(): Date }): VirtualClock {
  let since = { virtual: start.getTime(), real: real.now().getTime() };
  let speed = 0;
  const watchers = new Set<() => void>();
  const now = () => since.virtual + Math.max(0, real.now().getTime() - since.real) * speed;
  const begin = (virtual: number) => {
    since = { virtual, real: real.now().getTime() };
    for (const watcher of [...watchers]) watcher();
  };
  return {
    now: () => new Date(now()),
    get speed() {
      return speed;
    },
    moveTo(instant) {
      if (instant.getTime() < now()) {
        throw new Error(`The clock would go back from ${new Date(now()).toISOString()} to ${instant.toISOString()}`);
      }
      begin(instant.getTime());
    },
    run(wanted) {
      if (!(wanted >= 0)) throw new Error(`A clock cannot run at ${wanted}`);
      const at = now();
      speed = wanted;
      begin(at);
    },
    subscribe(watcher) {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
  };
}
