import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { saveFrozen } from './answer-store.ts';

export interface Freeze {
  workspaceId: string;
  memberId: string;
  from: CalendarDay;
  /** Inclusive. */
  to: CalendarDay;
  /** The day of the review whose evidence is frozen. */
  reviewOn: CalendarDay;
  now: Date;
}

/** A packet holds these check-ins as they stand: who edits one afterwards is told that the packet does not change. */
export function freezeCheckIns(transaction: Transaction, freeze: Freeze): Promise<void> {
  return saveFrozen(transaction, freeze);
}
