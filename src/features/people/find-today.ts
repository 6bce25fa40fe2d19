import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import { findMemberZone } from './calendar-store.ts';

/** Somebody who says something of themselves, and when. */
export interface Asker {
  workspaceId: string;
  memberId: string;
  now: Date;
}

/** Which day it is where they live. */
export async function findToday(db: Transaction, { workspaceId, memberId, now }: Asker): Promise<CalendarDay> {
  return dayOf(now, await findMemberZone(db, workspaceId, memberId));
}
