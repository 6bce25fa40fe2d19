import type { Transaction } from '../../platform/storage/database.ts';
import { findWinOfCheckIn } from './record-store.ts';
import { findWin } from './store.ts';
import { asTold } from './told-again.ts';
import type { WinTold } from './win-told.ts';

/** A win that stands, as its author would tell it again. */
export interface StandingWin {
  told: WinTold;
  /** Those who said themselves what they did, in the words that stand. */
  saidThemselves: WinTold['parts'];
}

/** The win that this check-in told, with what those who helped have said since; undefined where none stands. */
export async function loadCheckInWin(
  db: Transaction,
  { workspaceId, checkInId }: { workspaceId: string; checkInId: string },
): Promise<StandingWin | undefined> {
  const named = await findWinOfCheckIn(db, checkInId);
  const win = named && (await findWin(db, workspaceId, named.id));
  if (!win || win.withdrawnAt !== null) return undefined;
  const told = asTold(win);
  const themselves = win.contributors.filter(({ partState }) => partState === 'confirmed' || partState === 'corrected');
  const ids = themselves.map(({ memberId }) => memberId);
  return { told, saidThemselves: told.parts.filter(({ memberId }) => ids.includes(memberId)) };
}
