import type { Transaction } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
import { type CheckIn, findCheckIn } from './store.ts';

/** What a button under a message names, and who pressed it. */
export interface OwnCheckIn {
  workspaceId: string;
  memberId: string;
  checkInId: string;
  now: Date;
}

/** Why nothing can be done about it any more: it is somebody else's or removed, answered, or its window is over. */
export interface NotOpen {
  outcome: 'gone' | 'answered' | 'closed';
}

/** A member's own check-in that waits for an answer, held until the transaction ends. */
export async function findOwnOpen(
  transaction: Transaction,
  { workspaceId, memberId, checkInId, now }: OwnCheckIn,
): Promise<{ outcome: 'open'; checkIn: CheckIn } | NotOpen> {
  if (!(await lockRow(transaction, 'CheckIn', { workspaceId, id: checkInId }))) return { outcome: 'gone' };
  const checkIn = await findCheckIn(transaction, workspaceId, checkInId);
  if (checkIn?.memberId !== memberId) return { outcome: 'gone' };
  if (checkIn.answer) return { outcome: 'answered' };
  return checkIn.closesAt <= now ? { outcome: 'closed' } : { outcome: 'open', checkIn };
}
