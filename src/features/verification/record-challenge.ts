import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import type { EvidenceFile } from '../observations/evidence-file.ts';
import { findOpenChallengeOf, insertChallenge, lockNumber } from './challenge-store.ts';
import { findNumbers } from './store.ts';

export type Challenged =
  | { outcome: 'challenged'; challengeId: string }
  /** Somebody did before, and it has no answer yet. */
  | { outcome: 'already'; challengerId: string }
  | { outcome: 'not-allowed' };

/** Puts evidence against a number on record. Until it is answered, the number does not count. */
export async function recordChallenge(
  db: Database,
  input: {
    workspaceId: string;
    actorId: string;
    observationId: string;
    reason: string;
    evidenceUrl: string | null;
    evidenceFile: EvidenceFile | null;
    now: Date;
  },
): Promise<Challenged> {
  const {
    workspaceId,
    actorId: challengerId,
    observationId,
    reason,
    evidenceUrl,
    evidenceFile,
    now: challengedAt,
  } = input;
  return db.$transaction(async (transaction) => {
    await lockNumber(transaction, workspaceId, observationId);
    const [number] = await findNumbers(transaction, workspaceId, [observationId]);
    if (!number) return { outcome: 'not-allowed' };
    const { memberId, metricKey, on, source } = number;
    const actor = await loadStanding(transaction, input);
    if (!may(actor, 'challenge', { memberId, metricKey })) return { outcome: 'not-allowed' };
    const open = await findOpenChallengeOf(transaction, { workspaceId, memberId, metricKey, on, source });
    if (open) return { outcome: 'already', challengerId: open.challengerId };
    const about = { workspaceId, observationId, memberId, metricKey, on, source };
    const says = { challengerId, reason, evidenceUrl, evidenceFile, challengedAt };
    return { outcome: 'challenged', challengeId: await insertChallenge(transaction, { ...about, ...says }) };
  });
}
