import type { Transaction } from '../../platform/storage/database.ts';
import { findWins, type WinsQuery } from './store.ts';
import type { Win } from './win.ts';

/** Wins that stand, oldest first, for other features that show them. */
export function loadWins(db: Transaction, query: WinsQuery): Promise<Win[]> {
  return findWins(db, query);
}
