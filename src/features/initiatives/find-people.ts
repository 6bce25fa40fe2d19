import type { Transaction } from '../../platform/storage/database.ts';
import { identifyPeople } from '../people/identify-people.ts';

/** Those of these people who are members, by name, in their order. */
export async function findPeople(
  db: Transaction,
  { workspaceId, memberIds }: { workspaceId: string; memberIds: readonly string[] },
): Promise<{ id: string; name: string }[]> {
  const found = await identifyPeople(db, { workspaceId, references: memberIds });
  return memberIds.flatMap((id) => {
    const who = found.get(id);
    return who?.status === 'member' ? [{ id, name: who.name }] : [];
  });
}
