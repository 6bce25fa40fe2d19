import type { Database } from '../../platform/storage/database.ts';
import { endAbsences, removeAbsence } from './calendar-store.ts';
import { type Asker, findToday } from './find-today.ts';

/** Somebody is back: what they are away by today ends yesterday. What lies ahead stays. */
export async function recordReturn(db: Database, asker: Asker): Promise<{ wasAway: boolean }> {
  const today = await findToday(db, asker);
  const { workspaceId, memberId } = asker;
  return { wasAway: (await endAbsences(db, { workspaceId, memberIds: [memberId], today })) > 0 };
}

/** Takes one absence back, as if it had not been said. Somebody else's stays. */
export function recordAbsenceRemoved(
  db: Database,
  absence: { workspaceId: string; memberId: string; absenceId: string },
): Promise<void> {
  return removeAbsence(db, absence);
}
