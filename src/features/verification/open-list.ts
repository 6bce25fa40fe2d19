import type { Database } from '../../platform/storage/database.ts';
import { loadWaiting } from './load-waiting.ts';
import { numbersIn, recordNumberLooks } from './record-number-looks.ts';
import type { Waiting } from './waiting.ts';

/** What waits for whoever asks; that they looked at it is on record. */
export async function openList(
  db: Database,
  asks: { workspaceId: string; actorId: string; now: Date },
): Promise<Waiting> {
  const waiting = await loadWaiting(db, asks);
  await recordNumberLooks(db, { ...asks, numbers: numbersIn(waiting), surface: '/throughline verify' });
  return waiting;
}
