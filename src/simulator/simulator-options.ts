import type { PageHost } from './page/page-host.ts';
import type { RateLimitMode } from './wire/rate-limits.ts';
import type { ChannelDescription } from './workspace/administer.ts';
import type { PersonDescription } from './workspace/people.ts';
import type { Stopwatch } from './workspace/stopwatch.ts';

export interface SimulatorOptions {
  /** The app's manifest: its bot's name, scopes, commands, shortcuts, events, Home tab. */
  manifest: unknown;
  /** The calendar: stamps, dates and hashes come from it. Real time when absent. */
  clock?: {
    now(): Date;
    /** Where a clock tells of being moved, messages scheduled for the time in between are posted at once. */
    subscribe?(watcher: () => void): () => void;
  };
  /** Elapsed time: trigger lifetimes, the three seconds to acknowledge, event retries, rate limits. Real when absent. */
  stopwatch?: Stopwatch;
  /** On 127.0.0.1; any free one when absent. */
  port?: number;
  /** Who and what is there before the app is told anything. */
  workspace?: { name?: string; people?: PersonDescription[]; channels?: ChannelDescription[] };
  rateLimits?: RateLimitMode;
  /** False: the app is there but not yet let in, which is then done on the install page. */
  installed?: boolean;
  /** The same seed gives the same ids, tokens and secrets. */
  seed?: string;
  /** What the page at the simulator's address offers besides the workspace itself. */
  page?: PageHost;
  /** Real milliseconds a person looks for a label or modal that is not there yet, 3000 when absent. */
  patienceMilliseconds?: number;
}
