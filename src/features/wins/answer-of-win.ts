import type { Transaction } from '../../platform/storage/database.ts';
import type { WinTold } from './win-told.ts';

/**
 * Holds the answer of the check-in that told a win until the transaction ends, and gives the way to keep it in step: with
 * the win as it is told now, or null where it was taken back. Before the win is held, in that order everywhere. Check-ins
 * stand above this feature, so it is handed in.
 */
export type OpenAnswer = (
  transaction: Transaction,
  which: { workspaceId: string; checkInId: string },
) => Promise<(win: WinTold | null, now: Date) => Promise<void>>;
