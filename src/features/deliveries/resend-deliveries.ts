import { findDead, resendDead } from '../../platform/jobs/ledger/dead-letters.ts';
import type { Database } from '../../platform/storage/database.ts';

export interface Resent {
  count: number;
  /** Left alone, since they may have arrived and nobody said to send them all the same. */
  leftInDoubt: number;
}

/** Sends dead letters again: these, or all. */
export async function resendDeliveries(
  db: Database,
  resend: { workspaceId: string; ids?: string[]; evenInDoubt: boolean; now: Date },
): Promise<Resent> {
  const count = await resendDead(db, resend);
  const left = await findDead(db, resend);
  return { count, leftInDoubt: left.filter(({ inDoubt }) => inDoubt).length };
}
