import type { Transaction } from '../../platform/storage/database.ts';
import { findStandingOfCheckIn, type StandingValue } from './store.ts';

/** What stands for one check-in, each value named as it was when it was given. */
export function loadCheckInValues(db: Transaction, checkInId: string): Promise<StandingValue[]> {
  return findStandingOfCheckIn(db, checkInId);
}
