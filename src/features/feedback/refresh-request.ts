import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { FEEDBACK_REMINDER, FEEDBACK_REQUEST } from './delivery-names.ts';

/** The messages that asked show what became of it. */
export async function refreshRequest(
  transaction: Transaction,
  workspaceId: string,
  requestId: string,
  now: Date,
): Promise<void> {
  const kind = [FEEDBACK_REQUEST, FEEDBACK_REMINDER];
  await refreshDeliveries(transaction, { workspaceId, kind, occurrence: requestId }, now);
}
