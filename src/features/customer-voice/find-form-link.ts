import type { Transaction } from '../../platform/storage/database.ts';
import type { FormLink } from './form-link.ts';
import { findLink } from './link-store.ts';

/** A link and the company in whose name it asks; undefined for what there is none of. */
export function findFormLink(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<{ link: FormLink; company: string } | undefined> {
  return findLink(db, workspaceId, id);
}
