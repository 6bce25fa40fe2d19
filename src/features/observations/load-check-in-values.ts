import type { Transaction } from '../../platform/storage/database.ts';
import { findLatestOfCheckIn, type StandingValue } from './store.ts';

/** What stands for one check-in, each value named as it was when it was given. What was taken back does not stand. */
export async function loadCheckInValues(db: Transaction, checkInId: string): Promise<StandingValue[]> {
  return (await findLatestOfCheckIn(db, checkInId)).filter(({ withdrawnAt }) => withdrawnAt === null);
}
