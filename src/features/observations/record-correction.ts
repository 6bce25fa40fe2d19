import type { Transaction } from '../../platform/storage/database.ts';
import { insertCorrection, lockObservation, type StoredObservation, saveWithdrawal } from './observation-store.ts';
import { isSameValue } from './same-value.ts';

/** Whether this person may change this value. Asked while the value is held. */
type MayChange = (value: StoredObservation) => boolean;

interface Change {
  workspaceId: string;
  actorId: string;
  observationId: string;
  /** Why; whoever reads the value reads it. */
  reason: string;
  may: MayChange;
  now: Date;
}

export interface Correction extends Change {
  /** An exact decimal, as `readTypedNumber` gives it; null is "no value this time". */
  value: string | null;
  note?: string | null;
  evidenceUrl?: string | null;
}

export type NotChanged =
  /** There is no such value, or it is not theirs to change. */
  | { outcome: 'not-allowed' }
  /** It was corrected or taken back meanwhile. */
  | { outcome: 'changed-meanwhile' };

/** Puts another value in the place of one that stands. Both stay on record. Call it in a transaction. */
export async function recordCorrection(
  transaction: Transaction,
  correction: Correction,
): Promise<{ outcome: 'corrected'; observationId: string } | { outcome: 'same-value' } | NotChanged> {
  const { value, actorId: recordedById, reason, note = null, evidenceUrl = null, now: recordedAt } = correction;
  const held = await hold(transaction, correction);
  if (!('standing' in held)) return held;
  const { standing } = held;
  if (isSameValue(standing.value, value)) return { outcome: 'same-value' };
  const row = { id: standing.id, value, reason, note, evidenceUrl, recordedById, recordedAt };
  return { outcome: 'corrected', observationId: await insertCorrection(transaction, row) };
}

/** Takes a value back that stands: it stays on record and counts nowhere. Call it in a transaction. */
export async function recordWithdrawal(
  transaction: Transaction,
  withdrawal: Change,
): Promise<{ outcome: 'withdrawn' } | NotChanged> {
  const held = await hold(transaction, withdrawal);
  if (!('standing' in held)) return held;
  const { actorId: withdrawnById, reason, now } = withdrawal;
  await saveWithdrawal(transaction, { id: held.standing.id, withdrawnById, reason, now });
  return { outcome: 'withdrawn' };
}

async function hold(
  transaction: Transaction,
  { workspaceId, observationId, may }: Change,
): Promise<{ standing: StoredObservation } | NotChanged> {
  const value = await lockObservation(transaction, workspaceId, observationId);
  if (!value || !may(value)) return { outcome: 'not-allowed' };
  return value.isSuperseded || value.withdrawnAt ? { outcome: 'changed-meanwhile' } : { standing: value };
}
