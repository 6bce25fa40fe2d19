import { createHash } from 'node:crypto';
import type { PicturedMessage } from '../slack/picture.ts';

/** Tells whether a message that was composed again says anything else; pictures are compared by what they are drawn from. */
export function shownHash(message: PicturedMessage): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('hex');
}
