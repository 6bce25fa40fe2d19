import type { Transaction } from '../../platform/storage/database.ts';
import { identifyPeople } from './identify-people.ts';

/**
 * Those of these ids who are no active person of the workspace: Slack offers people of other organisations too, and
 * nothing is kept about those. Who was named before stays named, also when they have left since.
 */
export async function findStrangers(
  db: Transaction,
  named: { workspaceId: string; memberIds: readonly string[]; before?: readonly string[] },
): Promise<string[]> {
  const { workspaceId, memberIds, before = [] } = named;
  const references = [...new Set(memberIds)].filter((id) => !before.includes(id));
  const identities = await identifyPeople(db, { workspaceId, references });
  return references.filter((id) => identities.get(id)?.status !== 'member');
}
