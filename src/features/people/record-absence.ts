import type { Database } from '../../platform/storage/database.ts';
import { type CalendarDay, plusDays } from '../../platform/time/calendar-day.ts';
import { insertAbsence } from './calendar-store.ts';
import { type Asker, findToday } from './find-today.ts';

export type AbsenceRecorded =
  | { outcome: 'recorded'; awayFrom: CalendarDay; awayUntil: CalendarDay }
  | { outcome: 'refused'; field: 'from' | 'until'; because: string };

/** Nobody plans to be away for longer; a year too many is a slip of the pen. */
const LONGEST_DAYS = 400;

/** Somebody says that they will be away; both days belong to it, where they live. It ends by itself. */
export async function recordAbsence(
  db: Database,
  { workspaceId, memberId, now, ...given }: Asker & { awayFrom: CalendarDay | null; awayUntil: CalendarDay },
): Promise<AbsenceRecorded> {
  const today = await findToday(db, { workspaceId, memberId, now });
  const awayFrom = given.awayFrom ?? today;
  const { awayUntil } = given;
  const refuse = (field: 'from' | 'until', because: string): AbsenceRecorded => ({
    outcome: 'refused',
    field,
    because,
  });
  if (awayUntil < awayFrom) return refuse('until', 'The last day lies before the first.');
  if (awayUntil < today) return refuse('until', 'That is over already.');
  if (awayUntil > plusDays(awayFrom, LONGEST_DAYS)) return refuse('until', `That is more than ${LONGEST_DAYS} days.`);
  await insertAbsence(db, { workspaceId, memberId, awayFrom, awayUntil, source: 'home', recordedAt: now });
  return { outcome: 'recorded', awayFrom, awayUntil };
}
