import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { type CheckIn, findCheckIns } from './store.ts';

/** How one member's check-ins went over a span: what was asked, what was answered, what got in the way. */
export interface CheckInRecord {
  asked: number;
  answered: number;
  /** Days whose window closed without an answer that was owed. */
  missedOn: CalendarDay[];
  /** Days for which no answer is owed, and none was given. */
  excused: ExcusedCheckIn[];
  /** Days that still wait for an answer. */
  openOn: CalendarDay[];
  obstacles: { on: CalendarDay; text: string }[];
}

export interface ExcusedCheckIn {
  on: CalendarDay;
  excuse: NonNullable<CheckIn['excuse']>;
  because: string | null;
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
      // One that was moved to a better moment is not asked yet.
      const checkIns = (ofMember.get(memberId) ?? []).filter(({ promptAt, answer }) => answer || promptAt <= query.now);
      const unanswered = checkIns.filter(({ answer }) => answer === null);
      const owed = unanswered.filter(({ excuse }) => excuse === null);
      const record: CheckInRecord = {
        asked: checkIns.length,
        answered: checkIns.length - unanswered.length,
        missedOn: owed.filter(({ closesAt }) => closesAt <= query.now).map(({ occursOn }) => occursOn),
        openOn: owed.filter(({ closesAt }) => closesAt > query.now).map(({ occursOn }) => occursOn),
        excused: unanswered.flatMap(({ occursOn, excuse, excusedBecause }) =>
          excuse ? [{ on: occursOn, excuse, because: excusedBecause }] : [],
        ),
        obstacles: checkIns.flatMap(({ occursOn, answer }) =>
          answer?.obstacle ? [{ on: occursOn, text: answer.obstacle }] : [],
        ),
      };
      return [memberId, record];
    }),
  );
}
