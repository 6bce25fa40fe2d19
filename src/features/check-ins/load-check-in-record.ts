import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { findCheckIns } from './store.ts';

/** How one member's check-ins went over a span: what was asked, what was answered, what got in the way. */
export interface CheckInRecord {
  asked: number;
  answered: number;
  /** Days whose window closed without an answer. */
  missedOn: CalendarDay[];
  /** Days that still wait for an answer. */
  openOn: CalendarDay[];
  obstacles: { on: CalendarDay; text: string }[];
}

export interface RecordQuery {
  workspaceId: string;
  memberIds: string[];
  from: CalendarDay;
  /** Inclusive. */
  to: CalendarDay;
  now: Date;
}

/** The record of each of these members, those never asked included. Oldest first. */
export async function loadCheckInRecords(db: Transaction, query: RecordQuery): Promise<Map<string, CheckInRecord>> {
  const ofMember = Map.groupBy(await findCheckIns(db, query), ({ memberId }) => memberId);
  return new Map(
    query.memberIds.map((memberId) => {
      const checkIns = ofMember.get(memberId) ?? [];
      const unanswered = checkIns.filter(({ answer }) => answer === null);
      const record: CheckInRecord = {
        asked: checkIns.length,
        answered: checkIns.length - unanswered.length,
        missedOn: unanswered.filter(({ closesAt }) => closesAt <= query.now).map(({ occursOn }) => occursOn),
        openOn: unanswered.filter(({ closesAt }) => closesAt > query.now).map(({ occursOn }) => occursOn),
        obstacles: checkIns.flatMap(({ occursOn, answer }) =>
          answer?.obstacle ? [{ on: occursOn, text: answer.obstacle }] : [],
        ),
      };
      return [memberId, record];
    }),
  );
}
