import type { Database, Transaction } from '../../platform/storage/database.ts';
import { recordCorrection } from '../observations/record-correction.ts';
import { loadJudge, type Numbered } from './load-judge.ts';
import { insertReturn, insertVerdicts, lockStanding } from './verdict-store.ts';

interface Says {
  workspaceId: string;
  actorId: string;
  now: Date;
}

/** Verifies values. Passed over: what was changed meanwhile, is verified already, or is not theirs to verify. */
export async function recordVerified(
  db: Database,
  says: Says & { observationIds: string[] },
): Promise<{ verified: number; passedOver: number }> {
  const { workspaceId, actorId: givenById, now: givenAt, observationIds } = says;
  return db.$transaction(async (transaction) => {
    const judge = await loadJudge(transaction, says);
    // In one order for all: two who verify the same values would block each other.
    const ids = observationIds.toSorted();
    const verdicts = [];
    for (const id of ids) {
      const value = await lockStanding(transaction, workspaceId, id);
      if (!value || !judge.mayVerify(value) || value.verdict === 'verified') continue;
      const { memberId } = value;
      verdicts.push({ workspaceId, observationId: id, memberId, kind: 'verified' as const, givenById, givenAt });
    }
    await insertVerdicts(transaction, verdicts);
    return { verified: verdicts.length, passedOver: ids.length - verdicts.length };
  });
}

export type VerdictGiven = { outcome: 'given' } | { outcome: 'not-theirs' | 'changed-meanwhile' | 'same-value' };

/**
 * Sends a value back to whoever reported it. Where they may not correct it, since they brought it in a file, it goes to the
 * member it is about too, who may.
 */
export async function recordReturned(
  db: Database,
  says: Says & { observationId: string; reason: string },
): Promise<VerdictGiven> {
  const { workspaceId, actorId: givenById, now: givenAt, observationId, reason } = says;
  return db.$transaction(async (transaction) => {
    const judge = await loadJudge(transaction, says);
    const value = await lockStanding(transaction, workspaceId, observationId);
    if (!value) return { outcome: 'changed-meanwhile' };
    if (!judge.mayVerify(value)) return { outcome: 'not-theirs' };
    const reporter = await loadJudge(transaction, { ...says, actorId: value.recordedById });
    const { recordedById, memberId } = value;
    // Who sends back what they brought themselves knows of it; a source is nobody who could be told.
    const reporters = reporter.isHere && recordedById !== givenById ? [recordedById] : [];
    const isEnough = reporters.length > 0 && reporter.mayCorrect(value);
    const returnedTo = isEnough ? reporters : [...reporters, memberId];
    const said = { kind: 'returned', reason, givenById, givenAt, returnedTo } as const;
    await insertReturn(transaction, { workspaceId, observationId, memberId, ...said });
    return { outcome: 'given' };
  });
}

/**
 * Puts the right value in the place of a wrong one. Whoever answers for it has thereby verified it; whose number it is only
 * reports it anew.
 */
export async function recordCorrected(
  db: Database,
  says: Says & { observationId: string; value: string | null; reason: string },
): Promise<VerdictGiven> {
  return db.$transaction(async (transaction) => {
    const judge = await loadJudge(transaction, says);
    const mayCorrect = (value: Numbered) => judge.mayVerify(value) || judge.mayCorrect(value);
    const corrected = await recordCorrection(transaction, { ...says, may: mayCorrect });
    if (corrected.outcome === 'not-allowed') return { outcome: 'not-theirs' };
    if (corrected.outcome !== 'corrected') return { outcome: corrected.outcome };
    const value = await lockStanding(transaction, says.workspaceId, corrected.observationId);
    if (value && judge.mayVerify(value)) await insertVerified(transaction, says, value);
    return { outcome: 'given' };
  });
}

/** A value that whoever answers for it gave, or stands by. */
export async function insertVerified(
  transaction: Transaction,
  { workspaceId, actorId: givenById, now: givenAt, reason }: Says & { reason: string },
  { id: observationId, memberId }: { id: string; memberId: string },
): Promise<void> {
  await insertVerdicts(transaction, [
    { workspaceId, observationId, memberId, kind: 'verified', reason, givenById, givenAt },
  ]);
}
