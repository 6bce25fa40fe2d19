import type { PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { localInstant } from '../../platform/time/local-time.ts';
import { loadWorkingCalendars } from '../people/load-working-calendars.ts';
import { momentOccurrence } from '../people/moment-occurrence.ts';
import type { WorkingCalendar } from '../people/working-calendar.ts';
import { CHECK_IN_PROMPT, CHECK_IN_REMINDER } from './delivery-names.ts';
import { TOGETHER_MILLISECONDS } from './prompt-groups.ts';
import { nextReminder } from './reminder.ts';
import {
  type DueReminder,
  findDueReminders,
  findRemindersElsewhere,
  type RescheduledReminder,
  rescheduleReminders,
} from './reminder-store.ts';
import { type DefinedCadence, findCadences } from './store.ts';

/**
 * Names the reminders owed now, one message a member whatever it is about, and when the next ones are. What somebody put
 * off comes back the same way, and does not count as a reminder.
 */
export async function gatherReminders(
  db: Transaction,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<PlannedDelivery[]> {
  await followMembers(db, { workspaceId, now });
  const upTo = new Date(now.getTime() + TOGETHER_MILLISECONDS);
  const soon = await findDueReminders(db, workspaceId, { promptKind: CHECK_IN_PROMPT, upTo, now });
  const due = [...Map.groupBy(soon, ({ memberId }) => memberId)].filter(
    ([, [first]]) => first && first.remindAt <= now,
  );
  if (due.length === 0) return [];
  const memberIds = due.map(([memberId]) => memberId);
  const calendarOf = await loadWorkingCalendars(db, { workspaceId, memberIds, now });
  const cadences = new Map((await findCadences(db, workspaceId)).map((cadence) => [cadence.key, cadence]));
  const planned: PlannedDelivery[] = [];
  const rescheduled: RescheduledReminder[] = [];
  const overtaken: string[] = [];
  for (const [memberId, together] of due) {
    const calendar = calendarOf.get(memberId);
    const owed: { one: DueReminder; cadence: DefinedCadence }[] = [];
    for (const one of together) {
      const cadence = cadences.get(one.cadenceKey);
      const soonest = one.isOwed && cadence && calendar ? soonestReminder(one, cadence, calendar) : null;
      if (cadence && soonest && soonest <= one.remindAt) owed.push({ one, cadence });
      else rescheduled.push({ ...one, was: one.remindAt, remindAt: soonest });
    }
    const dueAt = owed[0]?.one.remindAt;
    if (!calendar || !dueAt) continue;
    for (const { one, cadence } of owed) {
      const reminded = isAskedAgain(one) ? one.reminded : one.reminded + 1;
      const remindAt = nextReminder(cadence, calendar, { after: one.remindAt, closesAt: one.closesAt, reminded });
      const { timeZone: remindZone } = calendar;
      rescheduled.push({ ...one, was: one.remindAt, remindAt, remindZone, reminded, remindedAt: dueAt });
      if (one.remindedAt) overtaken.push(momentOccurrence(memberId, one.remindedAt));
    }
    planned.push({ recipient: memberId, occurrence: momentOccurrence(memberId, dueAt), dueAt });
  }
  await rescheduleReminders(db, rescheduled);
  if (overtaken.length > 0) {
    await refreshDeliveries(db, { workspaceId, kind: CHECK_IN_REMINDER, occurrence: overtaken }, now);
  }
  return planned;
}

/** Whoever was asked late, since we or Slack were not there, has as long to answer before they are reminded as any other. */
function soonestReminder(one: DueReminder, cadence: DefinedCadence, calendar: WorkingCalendar): Date | null {
  const { askedAt, closesAt, reminded, remindAt } = one;
  if (isAskedAgain(one) || reminded > 0 || askedAt === null) return remindAt;
  return nextReminder(cadence, calendar, { after: askedAt, closesAt, reminded });
}

/** A reminder comes at the cadence's time where the member is now. What they put off keeps the moment that they chose. */
async function followMembers(db: Transaction, { workspaceId, now }: { workspaceId: string; now: Date }): Promise<void> {
  const elsewhere = await findRemindersElsewhere(db, workspaceId);
  if (elsewhere.length === 0) return;
  const memberIds = [...new Set(elsewhere.map(({ memberId }) => memberId))];
  const calendarOf = await loadWorkingCalendars(db, { workspaceId, memberIds, now });
  const cadences = new Map((await findCadences(db, workspaceId)).map((cadence) => [cadence.key, cadence]));
  const moved = elsewhere.flatMap((one) => {
    const timeZone = calendarOf.get(one.memberId)?.timeZone;
    const cadence = cadences.get(one.cadenceKey);
    if (!timeZone || !cadence) return [];
    const isKept = isAskedAgain(one) || one.remindZone === null;
    const day = dayOf(one.remindAt, one.remindZone ?? timeZone);
    const remindAt = isKept ? one.remindAt : localInstant(day, cadence.time, timeZone);
    return [{ ...one, was: one.remindAt, remindAt: remindAt < one.closesAt ? remindAt : null, remindZone: timeZone }];
  });
  await rescheduleReminders(db, moved);
}

function isAskedAgain({ putOffUntil, remindAt }: Pick<DueReminder, 'putOffUntil' | 'remindAt'>): boolean {
  return putOffUntil?.getTime() === remindAt.getTime();
}
