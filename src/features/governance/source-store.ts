import type { Transaction } from '../../platform/storage/database.ts';
import type { Permission, Source } from './source.ts';

/** Which token is good for a source from now on, and what it is recognised by. */
export interface StoredToken {
  id: string;
  hash: Uint8Array<ArrayBuffer>;
}

const told = {
  key: true,
  name: true,
  maySend: true,
  createdAt: true,
  tokenFrom: true,
  lastUsedAt: true,
  revokedAt: true,
} as const;

/** By name; those that were revoked last. */
export function findSources(db: Transaction, workspaceId: string): Promise<Source[]> {
  return db.source.findMany({
    where: { workspaceId },
    select: told,
    orderBy: [{ revokedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { key: 'asc' }],
  });
}

export function findSource(db: Transaction, workspaceId: string, key: string): Promise<Source | null> {
  return db.source.findUnique({ where: { workspaceId_key: { workspaceId, key } }, select: told });
}

/** False when there is one of that key already. */
export async function insertSource(
  db: Transaction,
  source: { workspaceId: string; key: string; name: string; maySend: Permission[]; token?: StoredToken; now: Date },
): Promise<boolean> {
  const { token, now, ...named } = source;
  const { count } = await db.source.createMany({
    data: [{ ...named, createdAt: now, ...(token && tokenColumns(token, now)) }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The token before is good no longer. False when the source is unknown or was revoked. */
export async function saveToken(
  db: Transaction,
  { workspaceId, key, token, now }: { workspaceId: string; key: string; token: StoredToken; now: Date },
): Promise<boolean> {
  const { count } = await db.source.updateMany({
    where: { workspaceId, key, revokedAt: null },
    data: tokenColumns(token, now),
  });
  return count === 1;
}

/** False when the source is unknown or was revoked before. */
export async function saveRevocation(
  db: Transaction,
  { workspaceId, key, now }: { workspaceId: string; key: string; now: Date },
): Promise<boolean> {
  const { count } = await db.source.updateMany({
    where: { workspaceId, key, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 1;
}

/** Revoked ones too: their token is still recognised, and told so. */
export function findSourceByTokenId(db: Transaction, tokenId: string) {
  return db.source.findUnique({
    where: { tokenId },
    select: { ...told, workspaceId: true, tokenHash: true },
  });
}

export async function saveUse(db: Transaction, { workspaceId, key }: { workspaceId: string; key: string }, now: Date) {
  await db.source.update({ where: { workspaceId_key: { workspaceId, key } }, data: { lastUsedAt: now } });
}

function tokenColumns({ id, hash }: StoredToken, now: Date) {
  return { tokenId: id, tokenHash: hash, tokenFrom: now };
}
