import type { Stopwatch } from '../workspace/stopwatch.ts';

/** `real`: each method's tier and one post a second per channel. A number: that many calls a minute for every method. */
export type RateLimitMode = 'off' | 'real' | number;

const minuteMilliseconds = 60_000;
/** Short bursts to one channel pass; Slack does not say how short. */
const postingBurst = 3;

export class RateLimits {
  readonly #mode: RateLimitMode;
  readonly #stopwatch: Stopwatch;
  readonly #calls = new Map<string, number[]>();

  constructor(mode: RateLimitMode, stopwatch: Stopwatch) {
    this.#mode = mode;
    this.#stopwatch = stopwatch;
  }

  /** Seconds to wait, or undefined when the call may go on; only calls that go on are counted. */
  secondsToWait(method: string, callsPerMinute: number, channel: string | undefined): number | undefined {
    if (this.#mode === 'off') return undefined;
    const most = this.#mode === 'real' ? callsPerMinute : this.#mode;
    const windows = [{ key: method, most, milliseconds: minuteMilliseconds }];
    if (this.#mode === 'real' && method === 'chat.postMessage' && channel) {
      windows.push({ key: `${method} ${channel}`, most: postingBurst, milliseconds: postingBurst * 1000 });
    }
    const now = this.#stopwatch.elapsedMilliseconds();
    const waits = windows.map(({ key, most, milliseconds }) => {
      const recent = (this.#calls.get(key) ?? []).filter((at) => now - at < milliseconds);
      this.#calls.set(key, recent);
      const oldest = recent[recent.length - most];
      return oldest === undefined ? 0 : oldest + milliseconds - now;
    });
    const wait = Math.max(...waits);
    if (wait > 0) return Math.ceil(wait / 1000);
    for (const { key } of windows) this.#calls.get(key)?.push(now);
    return undefined;
  }
}
