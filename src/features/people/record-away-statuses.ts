import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { awayUntil, saysAway } from './away-status.ts';
import { endAbsences, findAbsentByStatus, findReadsStatus, saveStatusAbsence } from './calendar-store.ts';
import type { SlackPerson } from './slack-user.ts';
import { UNKNOWN_TIME_ZONE } from './time-zone.ts';

/**
 * Where the workspace wishes it, a Slack status that says so makes a member absent: until it ends, or day by day until
 * they take it back.
 */
export async function recordAwayStatuses(
  db: Transaction,
  { workspaceId, people, now }: { workspaceId: string; people: readonly SlackPerson[]; now: Date },
): Promise<void> {
  if (!(await findReadsStatus(db, workspaceId))) return;
  const away = people.filter(({ kind, deactivated, status }) => kind !== 'bot' && !deactivated && saysAway(status));
  for (const { id: memberId, timeZone, status } of away) {
    const zone = timeZone ?? UNKNOWN_TIME_ZONE;
    const days = { awayFrom: dayOf(now, zone), awayUntil: awayUntil(status, zone, now) };
    await saveStatusAbsence(db, { workspaceId, memberId, ...days, recordedAt: now });
  }
  const others = people.filter((person) => !away.includes(person));
  const notOverOn = plusDays(dayOf(now, UNKNOWN_TIME_ZONE), -1);
  const back = await findAbsentByStatus(db, { workspaceId, memberIds: others.map(({ id }) => id), notOverOn });
  for (const { id, timeZone } of others.filter((person) => back.includes(person.id))) {
    const today = dayOf(now, timeZone ?? UNKNOWN_TIME_ZONE);
    await endAbsences(db, { workspaceId, memberIds: [id], today, source: 'slack_status' });
  }
}
