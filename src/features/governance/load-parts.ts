import { PARTS, type Part } from '../../platform/slack/command-help.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { findActor, findOwnedMetrics, hasReports } from './store.ts';

/**
 * What somebody is here, for what is shown to them first. No right follows from it: that somebody administers is what
 * Slack said last, and whatever needs it to be so asks Slack.
 */
export async function loadParts(
  db: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<ReadonlySet<Part>> {
  const [actor, owned, isManager] = await Promise.all([
    findActor(db, workspaceId, memberId),
    findOwnedMetrics(db, workspaceId, memberId),
    hasReports(db, workspaceId, memberId),
  ]);
  const has: Record<Part, boolean> = {
    manager: isManager,
    'data owner': owned.length > 0,
    sponsor: actor?.kind === 'person' && actor.sponsorIds.includes(memberId),
    administrator: actor?.isAdministrator === true,
    employee: true,
  };
  return new Set(PARTS.filter((part) => has[part]));
}
