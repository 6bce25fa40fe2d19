import type { FindThingsToDo } from '../../platform/slack/thing-to-do.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { maySign } from './may-sign.ts';
import { latestOf } from './plan.ts';
import { changeButton, readToSignButton } from './plan-button.ts';
import { planTime } from './plan-text-message.ts';
import { findPlan, findPlanIdsOfSigner } from './store.ts';

/** Plans that wait for the person's signature, and the person's own drafts that nobody was asked to sign. */
export const findPlansToDo: FindThingsToDo = async (db, { workspaceId, memberId, now }) => {
  const ids = await findPlanIdsOfSigner(db, workspaceId, memberId);
  if (ids.length === 0) return [];
  const actor = await loadStanding(db, { workspaceId, actorId: memberId, now });
  const plans = await Promise.all(ids.map((id) => findPlan(db, workspaceId, id)));
  return plans.flatMap((plan) => {
    const latest = plan && latestOf(plan);
    const own = latest?.signers.find((signer) => signer.memberId === memberId);
    if (!plan || !latest || !own || own.signedAt !== null || !maySign(actor, latest, own)) return [];
    const isOwn = plan.memberId === memberId;
    const whose = isOwn ? 'Your plan' : `The plan of <@${plan.memberId}>`;
    const dueOn = latest.holdsFrom;
    if (plan.sessionOpenedAt !== null) {
      const words = `${whose} (${planTime(latest)}) waits for your signature of version ${latest.version}.`;
      return [{ words, dueOn, button: readToSignButton(latest) }];
    }
    if (!isOwn) return [];
    return [
      {
        words: `${whose} (${planTime(latest)}) is a draft: nobody was asked to sign it.`,
        dueOn,
        button: changeButton(latest),
      },
    ];
  });
};
