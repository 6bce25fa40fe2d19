import type { Database } from '../../platform/storage/database.ts';
import { readTypedNumber } from '../metrics/typed-number.ts';
import { findUnlikelyValues, type Sure, type UnlikelyValue } from '../observations/find-unlikely-values.ts';
import { loadOwnValue } from '../observations/load-own-values.ts';
import { type NotChanged, recordCorrection, recordWithdrawal } from '../observations/record-correction.ts';
import type { CorrectionAnswer } from './correction-form.ts';

export type CorrectionSubmitted =
  | { outcome: 'corrected' | 'withdrawn' }
  | { outcome: 'unlikely'; values: UnlikelyValue[] }
  | { outcome: 'wrong-value'; problem: string }
  | NotChanged;

/** Corrects what somebody gave themselves, or takes it back. What others say of it is its data owner's to change. */
export function submitCorrection(
  db: Database,
  input: { workspaceId: string; memberId: string; answer: CorrectionAnswer; sureOf: Sure; now: Date },
): Promise<CorrectionSubmitted> {
  const { workspaceId, memberId, answer, now } = input;
  const { observationId, typed, evidenceUrl, reason } = answer;
  return db.$transaction(async (transaction): Promise<CorrectionSubmitted> => {
    const own = await loadOwnValue(transaction, { workspaceId, memberId, id: observationId });
    if (!own) return { outcome: 'changed-meanwhile' };
    const isOwn = (value: { memberId: string }) => value.memberId === memberId;
    const change = { workspaceId, actorId: memberId, observationId, reason, may: isOwn, now };
    if (typed === null) return recordWithdrawal(transaction, change);
    const read = readTypedNumber(typed, own);
    if (!read.ok) return { outcome: 'wrong-value', problem: read.problem };
    const values = [{ metricKey: own.metricKey, value: read.value }];
    const unlikely = await findUnlikelyValues(transaction, {
      workspaceId,
      memberId,
      values,
      sureOf: input.sureOf,
      now,
    });
    if (unlikely.length > 0) return { outcome: 'unlikely', values: unlikely };
    const corrected = await recordCorrection(transaction, { ...change, value: read.value, evidenceUrl });
    return corrected.outcome === 'same-value'
      ? { outcome: 'wrong-value', problem: 'This is the number that stands. Give another one.' }
      : corrected;
  });
}
