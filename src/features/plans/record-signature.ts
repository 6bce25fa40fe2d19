import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { maySign } from './may-sign.ts';
import { latestOf, missingSigners, type PlanVersion } from './plan.ts';
import { refreshSession } from './refresh-session.ts';
import { lockPlan, saveAgreed, saveSignature } from './store.ts';

export type Signed =
  | { outcome: 'signed' | 'agreed' | 'already'; version: PlanVersion }
  /** There is a later version than the one they meant to sign. */
  | { outcome: 'overtaken'; by: PlanVersion }
  /** The version names them as what they are no more: another version has to name whoever is it now. */
  | { outcome: 'no-longer-yours'; version: PlanVersion }
  | { outcome: 'not-yours' };

/** Signs one version, if it is the latest and names the person. The last signature puts it in force. */
export async function recordSignature(
  db: Database,
  signature: { workspaceId: string; memberId: string; planId: string; version: number; now: Date },
): Promise<Signed> {
  const { workspaceId, memberId, planId, version, now } = signature;
  return db.$transaction(async (transaction) => {
    const plan = await lockPlan(transaction, workspaceId, planId);
    const latest = plan && latestOf(plan);
    const own = latest?.signers.find((signer) => signer.memberId === memberId);
    // A draft is signed by nobody: who is to sign has not seen it yet.
    if (!latest || !own || plan.sessionOpenedAt === null) return { outcome: 'not-yours' };
    if (latest.version !== version) return { outcome: 'overtaken', by: latest };
    if (own.signedAt) return { outcome: 'already', version: latest };
    const actor = await loadStanding(transaction, { workspaceId, actorId: memberId, now });
    if (!maySign(actor, latest, own)) return { outcome: 'no-longer-yours', version: latest };
    await saveSignature(transaction, { planId, version, memberId, now });
    const isLast = missingSigners(latest).length === 1;
    if (isLast) await saveAgreed(transaction, { planId, version, now });
    await refreshSession(transaction, { workspaceId, version: latest, news: isLast ? 'agreed' : null, now });
    return { outcome: isLast ? 'agreed' : 'signed', version: latest };
  });
}
