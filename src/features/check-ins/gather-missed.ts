import type { PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { loadManagement } from '../people/load-management.ts';
import { loadPeople } from '../people/load-people.ts';
import { loadWorkingCalendars } from '../people/load-working-calendars.ts';
import { managersAbove } from '../people/management.ts';
import { findUntold, saveTellAt, saveTold, type UntoldCheckIn } from './missed-store.ts';
import { momentOccurrence } from './moment-occurrence.ts';
import { tellingMoment } from './telling-moment.ts';

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
  const managerOf = await loadManagement(db, workspaceId);
  const here = new Set((await loadPeople(db, workspaceId)).map(({ id }) => id));
  // Whoever stands above, where the manager left.
  const toTell = ({ memberId }: UntoldCheckIn) => managersAbove(managerOf, memberId).find((id) => here.has(id));
  const ofManager = Map.groupBy(untold, toTell);
  const memberIds = [...ofManager.keys()].filter((id) => id !== undefined);
  const calendarOf = await loadWorkingCalendars(db, { workspaceId, memberIds, now });
  const planned: PlannedDelivery[] = [];
  for (const [managerId, checkIns] of ofManager) {
    const calendar = managerId === undefined ? undefined : calendarOf.get(managerId);
    const told = checkIns.filter(({ isStillAsked }) => isStillAsked && calendar);
    await saveTellAt(db, idsOf(checkIns.filter((one) => !told.includes(one))), null);
    if (managerId === undefined || !calendar) continue;
    const moments = Map.groupBy(told, ({ tellAt }) => tellingMoment(calendar, tellAt).getTime());
    for (const [moment, later] of moments) {
      if (moment > now.getTime()) await saveTellAt(db, idsOf(later), new Date(moment));
    }
    const due = [...moments].filter(([moment]) => moment <= now.getTime());
    const owed = due.flatMap(([, some]) => some);
    if (!owed.some(isWorthTelling)) {
      await saveTellAt(db, idsOf(owed), null);
      continue;
    }
    const dueAt = new Date(Math.max(...due.map(([moment]) => moment)));
    await saveTold(db, idsOf(owed), { missedToldAt: dueAt, missedToldTo: managerId });
    const subjectIds = [...new Set(owed.map(({ memberId }) => memberId))];
    await recordLooks(db, { workspaceId, actorId: managerId, subjectIds, surface: 'missed check-ins', now });
    planned.push({ recipient: managerId, occurrence: momentOccurrence(managerId, dueAt), dueAt });
  }
  return planned;
}

function isWorthTelling({ excuse, isNewOptOut }: UntoldCheckIn): boolean {
  return excuse === null || excuse === 'skipped' || (excuse === 'opted_out' && isNewOptOut);
}

function idsOf(checkIns: UntoldCheckIn[]): string[] {
  return checkIns.map(({ id }) => id);
}
