import type { Transaction } from '../../platform/storage/database.ts';
import type { Permission, Source } from './source.ts';
import { findSource, findSources } from './source-store.ts';

/** Every source of the workspace, revoked ones last. */
export function loadSources(db: Transaction, workspaceId: string): Promise<Source[]> {
  return findSources(db, workspaceId);
}

/** The source that a file is said to come from, if it may send what is in it; otherwise what is wrong and what to do. */
export async function loadSourceOfFile(
  db: Transaction,
  { workspaceId, key, sends }: { workspaceId: string; key: string; sends: Permission },
): Promise<{ ok: true; source: Source } | { ok: false; problem: string }> {
  const source = await findSource(db, workspaceId, key);
  if (!source) return { ok: false, problem: `There is no source "${key}". \`sources add ${key}\` makes it.` };
  if (source.revokedAt) return { ok: false, problem: `The source "${key}" was revoked. Name another one.` };
  return source.maySend.includes(sends)
    ? { ok: true, source }
    : { ok: false, problem: `The source "${key}" may not send ${readablePermission(sends)}. Name another one.` };
}

function readablePermission(permission: Permission): string {
  return permission.replaceAll('_', ' ');
}
