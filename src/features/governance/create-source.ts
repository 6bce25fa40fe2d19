import type { Database } from '../../platform/storage/database.ts';
import { createAccessToken } from '../../platform/web/access-token.ts';
import { type Permission, problemOfKey } from './source.ts';
import { insertSource, saveToken } from './source-store.ts';

export type SourceCreated =
  /** The token is told here and never again; without one, the source sends in files only. */
  { outcome: 'created'; token?: string } | { outcome: 'refused'; problem: string };

interface CreateSource {
  workspaceId: string;
  key: string;
  name: string;
  maySend: Permission[];
  /** It gets no token and sends in files only. */
  sendsFilesOnly: boolean;
  now: Date;
}

export async function createSource(db: Database, input: CreateSource): Promise<SourceCreated> {
  const { sendsFilesOnly, ...source } = input;
  const problem = problemOfKey(source.key);
  if (problem !== undefined) return { outcome: 'refused', problem };
  const token = sendsFilesOnly ? undefined : createAccessToken();
  if (!(await insertSource(db, { ...source, ...(token && { token }) }))) {
    return {
      outcome: 'refused',
      problem: `There is a source "${source.key}" already. What it sent keeps its name, so the key is not given twice.`,
    };
  }
  return { outcome: 'created', ...(token && { token: token.token }) };
}

/** A new token for a source, in place of the one before, which is good no longer. */
export async function createSourceToken(
  db: Database,
  source: { workspaceId: string; key: string; now: Date },
): Promise<{ outcome: 'created'; token: string } | { outcome: 'unknown' }> {
  const token = createAccessToken();
  return (await saveToken(db, { ...source, token }))
    ? { outcome: 'created', token: token.token }
    : { outcome: 'unknown' };
}
