import type { Transaction } from '../../platform/storage/database.ts';
import type { Move } from './move.ts';
import { findMoves } from './move-store.ts';

/** What moved for a team after `after` up to `until`, for the features that tell it. */
export function loadMoves(
  db: Transaction,
  query: { workspaceId: string; teamKey: string; after: Date; until: Date },
): Promise<Move[]> {
  return findMoves(db, query);
}
