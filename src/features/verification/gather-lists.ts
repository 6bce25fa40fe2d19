import type { PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay } from '../../platform/time/local-time.ts';
import { nextHumaneMoment } from '../people/humane-moment.ts';
import { loadWorkingCalendars } from '../people/load-working-calendars.ts';
import { VERIFICATION_LIST } from './delivery-names.ts';
import { loadAnswerers } from './load-answerers.ts';
import { areListsMissing, findWithoutDelivery } from './store.ts';
import { listOccurrence, weekOf } from './verification-week.ts';

const TIME: TimeOfDay = '09:30';

/** One list a week for each who may have to answer for numbers, at half past nine of their first working day of it. */
export async function gatherLists(
  db: Transaction,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<PlannedDelivery[]> {
  const week = weekOf(now);
  if (!(await areListsMissing(db, { workspaceId, kind: VERIFICATION_LIST, week }))) return [];
  const { everyone } = await loadAnswerers(db, workspaceId);
  const occurrences = everyone.map((id) => listOccurrence(week, id));
  const missing = await findWithoutDelivery(db, { workspaceId, kind: VERIFICATION_LIST, occurrences });
  const memberIds = everyone.filter((id) => missing.has(listOccurrence(week, id)));
  const calendarOf = await loadWorkingCalendars(db, { workspaceId, memberIds, now });
  return memberIds.flatMap((recipient) => {
    const calendar = calendarOf.get(recipient);
    if (!calendar) return [];
    const monday = localInstant(week, TIME, calendar.timeZone);
    const until = localInstant(plusDays(week, 7), TIME, calendar.timeZone);
    const dueAt = nextHumaneMoment(calendar, { from: monday, until }).at;
    return dueAt ? [{ recipient, occurrence: listOccurrence(week, recipient), dueAt }] : [];
  });
}
