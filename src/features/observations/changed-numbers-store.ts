import type { Transaction } from '../../platform/storage/database.ts';
import type { ChangedNumber } from './changed-number.ts';

/**
 * Takes numbers that changed, the first first; triggers write them down (the migration `changed_numbers`). What another copy
 * holds at this moment is left to it.
 */
export function takeChangedNumbers(
  transaction: Transaction,
  { workspaceId, isUrgent, most }: { workspaceId: string; isUrgent: boolean; most: number },
): Promise<ChangedNumber[]> {
  return transaction.$queryRaw<ChangedNumber[]>`
    delete from "ChangedNumber" where id in (
      select id from "ChangedNumber" where "workspaceId" = ${workspaceId} and ("isUrgent" or not ${isUrgent})
       order by id limit ${most} for update skip locked
    )
    returning "memberId", "metricKey", "checkInId"`;
}
