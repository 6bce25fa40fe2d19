import type { Transaction } from '../../platform/storage/database.ts';
import type { Person } from './person.ts';
import { findActivePeople } from './store.ts';

/** Everyone who is asked or asks, by name. */
export function loadPeople(db: Transaction, workspaceId: string): Promise<Person[]> {
  return findActivePeople(db, workspaceId);
}
