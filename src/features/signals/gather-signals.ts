import type { PlannedDelivery } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { dayOf, plusDays, toDatabaseDate, weekdayOf } from '../../platform/time/calendar-day.ts';
import { recordLooks } from '../governance/record-looks.ts';
import { loadManagers } from '../people/load-managers.ts';
import { loadPeople } from '../people/load-people.ts';
import { loadWorkingCalendars } from '../people/load-working-calendars.ts';
import { momentOccurrence } from '../people/moment-occurrence.ts';
import { tellingMoment } from '../people/telling-moment.ts';
import { loadReadings } from './load-readings.ts';
import { isTrouble } from './reading.ts';
import {
  findAlreadyTold,
  findGatheringManagers,
  insertGatherings,
  insertToldSignals,
  type ToldSignal,
  takeDueGatherings,
} from './telling-store.ts';

/** What is older is not early any more; `/progress` and the evidence for a review have it all the same. */
const EARLY_DAYS = 35;
/** Reading three years of a manager's people takes a tenth of a second: the next minute goes on. */
const MOST_AT_ONCE = 20;

/**
 * Early trouble, once a week for each manager, at half past nine of the first working day: what is new among their people's
 * signals on the unwanted side. `beside` names messages that go to managers anyhow: it goes along with them. Their people
 * are told at the same moment (`findMembersTold`).
 */
export async function gatherSignals(
  db: Transaction,
  { workspaceId, now, beside }: { workspaceId: string; now: Date; beside: ReadonlyMap<string, Date> },
): Promise<PlannedDelivery[]> {
  const managerOf = await loadManagers(db, workspaceId);
  const people = (await loadPeople(db, workspaceId)).map(({ id }) => id).sort();
  const peopleOf = Map.groupBy(people, managerOf);
  await planWeek(db, { workspaceId, managers: [...peopleOf.keys()].filter((id) => id !== undefined), now });
  const today = dayOf(now, 'UTC');
  const span = { from: plusDays(today, -EARLY_DAYS), to: today };
  const planned: PlannedDelivery[] = [];
  for (const { managerId, tellAt } of await takeDueGatherings(db, { workspaceId, now, most: MOST_AT_ONCE })) {
    const memberIds = peopleOf.get(managerId) ?? [];
    const query = { workspaceId, memberIds, ...span };
    const told = new Set((await findAlreadyTold(db, { ...query, from: plusDays(span.from, -100) })).map(nameOf));
    const signals = [...(await loadReadings(db, { ...query, now }))].flatMap(([memberId, readings]) =>
      readings.flatMap((reading): ToldSignal[] =>
        reading.periods
          .filter(({ signal, period }) => signal && period.to >= span.from && isTrouble(reading, signal))
          .map(({ period }) => ({ memberId, metricKey: reading.metric.key, periodOn: period.from })),
      ),
    );
    const fresh = signals.filter((signal) => !told.has(nameOf(signal)));
    if (fresh.length === 0) continue;
    const toldAt = beside.get(managerId) ?? tellAt;
    await insertToldSignals(db, { workspaceId, toldToId: managerId, toldAt, signals: fresh });
    const ofMember = Map.groupBy(fresh, ({ memberId }) => memberId);
    const at = [...ofMember].map(([subjectId, of]) => ({
      subjectId,
      parts: ['numbers' as const],
      metricKeys: of.map(({ metricKey }) => metricKey),
    }));
    await recordLooks(db, { workspaceId, actorId: managerId, at, surface: 'early trouble', now });
    planned.push({ recipient: managerId, occurrence: momentOccurrence(managerId, toldAt), dueAt: toldAt });
  }
  return planned;
}

/** Writes down when each manager's gathering of this week is; where that is over already, on their next working day. */
async function planWeek(
  db: Transaction,
  { workspaceId, managers, now }: { workspaceId: string; managers: string[]; now: Date },
): Promise<void> {
  const today = dayOf(now, 'UTC');
  const weekOn = plusDays(today, 1 - weekdayOf(today));
  const planned = new Set(await findGatheringManagers(db, { workspaceId, weekOn }));
  const memberIds = managers.filter((id) => !planned.has(id));
  if (memberIds.length === 0) return;
  const calendarOf = await loadWorkingCalendars(db, { workspaceId, memberIds, now });
  const rows = [...calendarOf].map(([managerId, calendar]) => {
    const first = tellingMoment(calendar, toDatabaseDate(weekOn));
    return { workspaceId, managerId, weekOn, tellAt: first > now ? first : tellingMoment(calendar, now) };
  });
  await insertGatherings(db, rows);
}

function nameOf({ memberId, metricKey, periodOn }: ToldSignal): string {
  return [memberId, metricKey, periodOn].join(' ');
}
