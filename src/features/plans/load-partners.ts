import type { Transaction } from '../../platform/storage/database.ts';
import { findPlans } from './store.ts';

/** Everybody who ever signed a version of one of the member's plans as a partner. */
export async function loadPartners(
  db: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<string[]> {
  const plans = await findPlans(db, { workspaceId, memberIds: [memberId] });
  const signers = plans.flatMap(({ versions }) => versions.flatMap((version) => version.signers));
  const partners = signers.filter(({ capacity, signedAt }) => capacity === 'partner' && signedAt !== null);
  return [...new Set(partners.map((signer) => signer.memberId))];
}
