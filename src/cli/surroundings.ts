import type { Clock } from '../platform/time/clock.ts';

/** What a command knows of the world, so that a test can be the world. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  /** Writes a line for whoever asked. */
  say(line: string): void;
  /** Writes a line over the one it wrote before; only where somebody looks at a terminal. */
  redraw?(line: string): void;
  wait(milliseconds: number): Promise<void>;
  /** Writes a line about what went wrong. */
  complain(line: string): void;
}

/** What a command ends with: 0 it is done, 1 it failed or found problems. Wrong usage (2) is found before it runs. */
export type ExitCode = 0 | 1;
