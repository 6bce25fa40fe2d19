import { may } from '../governance/may.ts';
import type { Standing } from '../governance/relation.ts';
import type { PlanVersion, Signer } from './plan.ts';

/** Whether the signer still stands to the member as they did when the version named them: managers change meanwhile. */
export function maySign(actor: Standing, { memberId }: Pick<PlanVersion, 'memberId'>, signer: Signer): boolean {
  const namedPartnerIds = signer.capacity === 'partner' ? [signer.memberId] : [];
  return may(actor, 'sign-plan', { memberId, namedPartnerIds });
}
