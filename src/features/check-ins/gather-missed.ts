import type { PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { loadManagers } from '../people/load-managers.ts';
import { loadWorkingCalendars } from '../people/load-working-calendars.ts';
import { momentOccurrence } from '../people/moment-occurrence.ts';
import { tellingMoment } from '../people/telling-moment.ts';
import type { WorkingCalendar } from '../people/working-calendar.ts';
import { findUntold, saveTellings, type Telling, type UntoldCheckIn } from './missed-store.ts';

/**
 * What managers are owed word of: one message a manager and day, for everything whose days of grace are over. Where
 * nobody missed or skipped anything or said "Not for me", nobody is told anything.
 */
export async function gatherMissed(
  db: Transaction,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<PlannedDelivery[]> {
  const untold = await findUntold(db, workspaceId, now);
  if (untold.length === 0) return [];
  const managerOf = await loadManagers(db, workspaceId);
  const ofManager = Map.groupBy(untold, ({ memberId }) => managerOf(memberId));
  const memberIds = [...ofManager.keys()].filter((id) => id !== undefined);
  const calendarOf = await loadWorkingCalendars(db, { workspaceId, memberIds, now });
  const planned: PlannedDelivery[] = [];
  const tellings: Telling[] = [];
  for (const [managerId, checkIns] of ofManager) {
    const calendar = managerId === undefined ? undefined : calendarOf.get(managerId);
    // Most fell due at one moment, and a calendar takes its time.
    const moments = new Map<number, Date>();
    const momentFor = (tellAt: Date, theirs: WorkingCalendar) => {
      const moment = moments.get(tellAt.getTime()) ?? tellingMoment(theirs, tellAt);
      moments.set(tellAt.getTime(), moment);
      return moment;
    };
    const due: { id: string; memberId: string; at: Date; isWorthTelling: boolean }[] = [];
    for (const one of checkIns) {
      const at = calendar && one.isStillAsked ? momentFor(one.tellAt, calendar) : null;
      if (at && at <= now) due.push({ ...one, at, isWorthTelling: isWorthTelling(one) });
      else tellings.push({ id: one.id, tellAt: at, missedToldAt: null, missedToldTo: null });
    }
    const isTold = managerId !== undefined && due.some((one) => one.isWorthTelling);
    const dueAt = new Date(Math.max(...due.map(({ at }) => at.getTime())));
    const told = { missedToldAt: isTold ? dueAt : null, missedToldTo: isTold ? managerId : null };
    tellings.push(...due.map(({ id }) => ({ id, tellAt: null, ...told })));
    if (!isTold) continue;
    const subjectIds = [...new Set(due.map(({ memberId }) => memberId))];
    const at = subjectIds.map((subjectId) => ({ subjectId, parts: ['words' as const] }));
    await recordLooks(db, { workspaceId, actorId: managerId, at, surface: 'missed check-ins', now });
    planned.push({ recipient: managerId, occurrence: momentOccurrence(managerId, dueAt), dueAt });
  }
  await saveTellings(db, tellings);
  return planned;
}

function isWorthTelling({ excuse, isNewOptOut }: UntoldCheckIn): boolean {
  return excuse === null || excuse === 'skipped' || (excuse === 'opted_out' && isNewOptOut);
}
