import type { Database } from '../../platform/storage/database.ts';
import { saveRevocation } from './source-store.ts';

/** From now on nothing is taken from this source. What it sent stays. */
export async function recordRevocation(
  db: Database,
  source: { workspaceId: string; key: string; now: Date },
): Promise<'revoked' | 'unknown'> {
  return (await saveRevocation(db, source)) ? 'revoked' : 'unknown';
}
