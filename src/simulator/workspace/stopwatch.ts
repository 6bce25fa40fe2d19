/**
 * Elapsed time, apart from the calendar: trigger lifetimes, the three seconds to acknowledge, rate windows. The story's
 * clock may stand still or jump a month; these limits bite in real time all the same.
 */
export interface Stopwatch {
  /** Milliseconds since some fixed moment; never goes back. */
  elapsedMilliseconds(): number;
  /** Runs once after that long; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

export function createRealStopwatch(): Stopwatch {
  return {
    elapsedMilliseconds: () => performance.now(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

export interface ManualStopwatch extends Stopwatch {
  /** Lets that much time pass at once, running what falls due, in order. */
  advance(milliseconds: number): void;
}

/** For tests: time passes only when told to. */
export function createManualStopwatch(): ManualStopwatch {
  let elapsed = 0;
  let alarms: { at: number; run: () => void }[] = [];
  return {
    elapsedMilliseconds: () => elapsed,
    after(milliseconds, run) {
      const alarm = { at: elapsed + milliseconds, run };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    advance(milliseconds) {
      const until = elapsed + milliseconds;
      for (;;) {
        const next = alarms.filter((alarm) => alarm.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        alarms = alarms.filter((alarm) => alarm !== next);
        elapsed = next.at;
        next.run();
      }
      elapsed = until;
    },
  };
}
