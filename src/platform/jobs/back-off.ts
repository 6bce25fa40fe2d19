import { createHash } from 'node:crypto';
import { secondsAfter } from './moments.ts';

/** After so many tries the delivery goes to the dead letters, where an administrator sees it. */
export const MOST_ATTEMPTS = 8;

const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 900;

/**
 * 5 s, 10 s, 20 s … at most 15 minutes, and up to half as much again: what failed together does not come back together.
 * The same delivery waits as long whoever asks.
 */
export function backOff(now: Date, { id, attempts }: { id: string; attempts: number }): Date {
  const seconds = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (Math.max(1, attempts) - 1));
  return secondsAfter(now, seconds * (1 + shareOf(`${id} ${attempts}`) / 2));
}

/** A number from 0 to 1 that belongs to these words. */
function shareOf(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE() / 2 ** 32;
}
