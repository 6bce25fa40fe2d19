import type { Database } from '../../platform/storage/database.ts';
import { recordTakenBack } from './record-told-win.ts';
import { lockWin } from './store.ts';

interface OwnWin {
  workspaceId: string;
  memberId: string;
  winId: string;
  now: Date;
}

type Withdrawal = { outcome: 'done' | 'not-yours' };

/** Its author takes a win back: kept, and shown nowhere. */
export function recordWithdrawal(db: Database, which: OwnWin): Promise<Withdrawal> {
  return change(db, which, which.now);
}

export function recordUndoneWithdrawal(db: Database, which: OwnWin): Promise<Withdrawal> {
  return change(db, which, null);
}

async function change(
  db: Database,
  { workspaceId, memberId, winId, now }: OwnWin,
  withdrawnAt: Date | null,
): Promise<Withdrawal> {
  return db.$transaction(async (transaction) => {
    const win = await lockWin(transaction, workspaceId, winId);
    // What a check-in tells is taken back there: its answer and the win would contradict each other.
    if (win?.recordedById !== memberId || win.checkInId !== null) return { outcome: 'not-yours' };
    await recordTakenBack(transaction, { workspaceId, id: winId, wonOn: win.wonOn, withdrawnAt, now });
    return { outcome: 'done' };
  });
}
