import type { Transaction } from '../../platform/storage/database.ts';
import { loadManagement } from './load-management.ts';
import { loadPeople } from './load-people.ts';
import { nearestManager } from './management.ts';

/**
 * Who is "the manager" of a member, wherever the bot speaks to one or names one: the nearest above them who is here, so
 * that nobody is without a manager because somebody left. Undefined: nobody is above.
 */
export async function loadManagers(
  db: Transaction,
  workspaceId: string,
): Promise<(memberId: string) => string | undefined> {
  const managerOf = await loadManagement(db, workspaceId);
  const here = new Set((await loadPeople(db, workspaceId)).map(({ id }) => id));
  return (memberId) => nearestManager(managerOf, memberId, (id) => here.has(id));
}
