import type { Database } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import { mayRelease } from './dependency.ts';
import { findDependency, lockDependency, saveDependency } from './dependency-store.ts';
import { insertMove } from './move-store.ts';
import { findTeamKey } from './team-store.ts';

export interface DependencySubmission {
  workspaceId: string;
  memberId: string;
  /** Of the one that is edited. */
  id: string | undefined;
  waitingTeamKey: string;
  onTeamKey: string;
  what: string;
  initiativeId: string | null;
  sinceOn: CalendarDay;
  now: Date;
}

/** Names what one team waits for from another; the next digests of both tell it. */
export async function submitDependency(
  db: Database,
  submission: DependencySubmission,
): Promise<{ outcome: 'saved' | 'not-yet' | 'not-yours' }> {
  const { workspaceId, memberId, id, sinceOn, now } = submission;
  const calendar = await loadWorkingCalendar(db, submission);
  if (sinceOn > dayOf(now, calendar?.timeZone ?? 'UTC')) return { outcome: 'not-yet' };
  return db.$transaction(async (transaction): Promise<{ outcome: 'saved' | 'not-yours' }> => {
    const teamKey = await findTeamKey(transaction, workspaceId, memberId);
    if (id !== undefined) await lockDependency(transaction, id);
    const before = id === undefined ? undefined : await findDependency(transaction, { workspaceId, id });
    const isTheirs = before && before.releasedAt === null && mayRelease(before, { memberId, teamKey });
    if (id !== undefined && !isTheirs) return { outcome: 'not-yours' };
    const dependencyId = await saveDependency(transaction, submission);
    if (id === undefined) await insertMove(transaction, { workspaceId, kind: 'waiting', dependencyId, memberId, now });
    return { outcome: 'saved' };
  });
}
