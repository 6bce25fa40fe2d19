import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { maySign } from './may-sign.ts';
import { latestOf } from './plan.ts';
import { signForm } from './sign-form.ts';
import { findPlan } from './store.ts';

/** The plan for whoever is asked to sign it; undefined when nobody asks them any more. */
export async function openPlanToSign(
  db: Database,
  { workspaceId, memberId, planId, now }: { workspaceId: string; memberId: string; planId: string; now: Date },
): Promise<ModalView | undefined> {
  const plan = await findPlan(db, workspaceId, planId);
  const latest = plan && latestOf(plan);
  const own = latest?.signers.find((signer) => signer.memberId === memberId);
  if (!latest || !own || own.signedAt !== null || plan.sessionOpenedAt === null) return undefined;
  const actor = await loadStanding(db, { workspaceId, actorId: memberId, now });
  if (!maySign(actor, latest, own)) return undefined;
  const look = { subjectId: plan.memberId, parts: ['plan' as const] };
  await recordLooks(db, { workspaceId, actorId: memberId, at: [look], surface: 'home', now });
  return signForm(plan);
}
