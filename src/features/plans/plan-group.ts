import type { PlanVersion } from './plan.ts';

/** Everybody who is to sign a version, as the recipient of one group conversation: their ids, sorted, commas between. */
export function groupOf({ signers }: Pick<PlanVersion, 'signers'>): string {
  return signers
    .map(({ memberId }) => memberId)
    .toSorted()
    .join(',');
}

/** The news of one version: that it was written, or that it is agreed. */
export function newsOccurrence(planId: string, version: number, news: 'written' | 'agreed'): string {
  return `${planId}:${version}:${news}`;
}

export function readNewsOccurrence(
  occurrence: string,
): { planId: string; version: number; news: 'written' | 'agreed' } | undefined {
  const [planId = '', version = '', news] = occurrence.split(':');
  if (news !== 'written' && news !== 'agreed') return undefined;
  return { planId, version: Number(version), news };
}
