import type { Transaction } from '../../platform/storage/database.ts';
import { identifyPeople } from './identify-people.ts';

/** Somebody by the name that people know. */
export interface Named {
  id: string;
  name: string;
}

/** Those of these people who are members, by name, in their order. */
export async function findNamed(
  db: Transaction,
  { workspaceId, memberIds }: { workspaceId: string; memberIds: readonly string[] },
): Promise<Named[]> {
  const found = await identifyPeople(db, { workspaceId, references: memberIds });
  return memberIds.flatMap((id) => {
    const who = found.get(id);
    return who?.status === 'member' ? [{ id, name: who.name }] : [];
  });
}
