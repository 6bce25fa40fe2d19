import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import { VERIFICATION_LIST } from './delivery-names.ts';
import { listOccurrence, weekOf } from './verification-week.ts';

const WEEKS = 4;

/** The lists of the last weeks that this person has: what they did shows in all of them. */
export async function refreshLists(
  transaction: Transaction,
  { workspaceId, actorId, now }: { workspaceId: string; actorId: string; now: Date },
): Promise<void> {
  const weeks = Array.from({ length: WEEKS }, (_, at) => plusDays(weekOf(now), -7 * at));
  const occurrence = weeks.map((week) => listOccurrence(week, actorId));
  await refreshDeliveries(transaction, { workspaceId, kind: VERIFICATION_LIST, occurrence }, now);
}
