import type { Database } from '../../platform/storage/database.ts';
import type { OpenAnswer } from './answer-of-win.ts';
import { recordTakenBack } from './record-told-win.ts';
import { findWin, lockWin } from './store.ts';
import { asTold } from './told-again.ts';

interface OwnWin {
  workspaceId: string;
  memberId: string;
  winId: string;
  now: Date;
}

type Withdrawal = { outcome: 'done' | 'not-yours' };

/** Its author takes a win back: kept, and shown nowhere, nor in the answer of the check-in that told it. */
export function recordWithdrawal(db: Database, which: OwnWin, openAnswer: OpenAnswer): Promise<Withdrawal> {
  return change(db, which, { withdrawnAt: which.now, openAnswer });
}

export function recordUndoneWithdrawal(db: Database, which: OwnWin, openAnswer: OpenAnswer): Promise<Withdrawal> {
  return change(db, which, { withdrawnAt: null, openAnswer });
}

async function change(
  db: Database,
  { workspaceId, memberId, winId, now }: OwnWin,
  { withdrawnAt, openAnswer }: { withdrawnAt: Date | null; openAnswer: OpenAnswer },
): Promise<Withdrawal> {
  return db.$transaction(async (transaction) => {
    const { checkInId = null } = (await findWin(transaction, workspaceId, winId)) ?? {};
    const answer = checkInId === null ? undefined : await openAnswer(transaction, { workspaceId, checkInId });
    const win = await lockWin(transaction, workspaceId, winId);
    if (win?.recordedById !== memberId) return { outcome: 'not-yours' };
    await recordTakenBack(transaction, { workspaceId, id: winId, wonOn: win.wonOn, withdrawnAt, now });
    await answer?.(withdrawnAt === null ? asTold(win) : null, now);
    return { outcome: 'done' };
  });
}
