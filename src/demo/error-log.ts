import type { Logger } from 'pino';
import { createLogger } from '../platform/logging.ts';

/** A log that keeps its errors to be counted and prints nothing: the story has the terminal to itself. */
export function createErrorLog(): { log: Logger; errors: readonly string[] } {
  const errors: string[] = [];
  const destination = {
    write(line: string) {
      errors.push(line.trim());
    },
  };
  return { log: createLogger({ level: 'error', destination }), errors };
}
