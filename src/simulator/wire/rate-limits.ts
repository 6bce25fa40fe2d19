import type { Stopwatch } from '../workspace/stopwatch.ts';

/**
 * `real`: each method's tier per minute; for posts one a second per channel, with a short burst, and the workspace's
 * cap. A number: the same, but time runs that many times faster.
 */
export type RateLimitMode = 'off' | 'real' | number;

interface Window {
  key: string;
  most: number;
  milliseconds: number;
}

const minuteMilliseconds = 60_000;
/** Short bursts to one channel pass; Slack does not say how short. */
const postingBurst = 3;
/** Slack's cap on all posts of an app in a workspace, of which it only says "several hundred a minute". */
const postsPerMinute = 300;
/** Calls that put a message into a channel. */
const posting = new Set(['chat.postMessage']);

export class RateLimits {
  readonly #speed: number;
  readonly #stopwatch: Stopwatch;
  readonly #calls = new Map<string, number[]>();

  constructor(mode: RateLimitMode, stopwatch: Stopwatch) {
    this.#speed = mode === 'off' ? Number.POSITIVE_INFINITY : mode === 'real' ? 1 : mode;
    if (!(this.#speed > 0)) throw new Error(`Rate limits cannot run ${mode} times faster`);
    this.#stopwatch = stopwatch;
  }

  /** Seconds to wait, or undefined when the call may go on; only calls that go on are counted. */
  secondsToWait(method: string, callsPerMinute: number, channel: string | undefined): number | undefined {
    if (this.#speed === Number.POSITIVE_INFINITY) return undefined;
    const windows = windowsOf(method, callsPerMinute, channel);
    const now = this.#stopwatch.elapsedMilliseconds() * this.#speed;
    const wait = Math.max(...windows.map((window) => this.#waitFor(window, now)));
    if (wait > 0) return Math.max(1, Math.ceil(wait / this.#speed / 1000));
    for (const { key } of windows) this.#calls.get(key)?.push(now);
    return undefined;
  }

  #waitFor({ key, most, milliseconds }: Window, now: number): number {
    const recent = (this.#calls.get(key) ?? []).filter((at) => now - at < milliseconds);
    this.#calls.set(key, recent);
    const oldest = recent[recent.length - most];
    return oldest === undefined ? 0 : oldest + milliseconds - now;
  }
}

function windowsOf(method: string, callsPerMinute: number, channel: string | undefined): Window[] {
  if (!posting.has(method)) return [{ key: method, most: callsPerMinute, milliseconds: minuteMilliseconds }];
  const workspace = { key: method, most: postsPerMinute, milliseconds: minuteMilliseconds };
  if (!channel) return [workspace];
  return [workspace, { key: `${method} ${channel}`, most: postingBurst, milliseconds: postingBurst * 1000 }];
}
