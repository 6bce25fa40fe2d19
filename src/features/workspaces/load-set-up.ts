import type { Database } from '../../platform/storage/database.ts';
import type { SetUp } from './set-up.ts';
import { readSetUp } from './store.ts';

/** What the workspace file put in force, for whoever checks that it can work. */
export function loadSetUp(db: Database, workspaceId: string): Promise<SetUp> {
  return readSetUp(db, workspaceId);
}
