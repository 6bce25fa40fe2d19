import type { Transaction } from '../../platform/storage/database.ts';
import { loadTeamCalendars, loadWorkingCalendars } from '../people/load-working-calendars.ts';
import { calendarName, type WorkingCalendar } from '../people/working-calendar.ts';
import { type Asking, askingFor } from './asking.ts';
import { type Occurrence, occurrencesUpTo } from './cadence.ts';
import { findOptOutReasons } from './opt-out-store.ts';
import { findUnasked, openCheckIns } from './planning-store.ts';
import type { PromptedCheckIn } from './prompt-groups.ts';
import type { DefinedCadence } from './store.ts';

const HOUR = 3_600_000;
const LONGEST_DOWNTIME = 60 * 24 * HOUR;

interface DueQuery {
  workspaceId: string;
  cadence: DefinedCadence;
  now: Date;
  /** For these members only, and a little ahead. */
  only?: { memberIds: string[]; until: Date };
}

/**
 * Opens the check-ins of one cadence that fell due, each as its member's calendar has it; returns those about which
 * somebody will be asked. What fell due and was over while nobody was there to ask stands excused as ours. Times depend
 * on the calendar alone, and a company of thousands has a handful: each is worked out once, and more only for those
 * with absences.
 */
export async function openDueCheckIns(db: Transaction, query: DueQuery): Promise<PromptedCheckIn[]> {
  const { workspaceId, cadence, now, only } = query;
  const upTo = only?.until ?? now;
  const calendars = await loadTeamCalendars(db, workspaceId, cadence.teamKeys);
  const due = calendars.flatMap((calendar) =>
    owedOccurrences(cadence, calendar, upTo).map(({ periodOn }) => ({ periodOn, timeZone: calendar.timeZone })),
  );
  const asked: PromptedCheckIn[] = [];
  for (const [periodOn, where] of Map.groupBy(due, (one) => one.periodOn)) {
    const timeZones = [...new Set(where.map(({ timeZone }) => timeZone))];
    const unasked = await findUnasked(db, workspaceId, { cadence, periodOn, timeZones, only: only?.memberIds });
    if (unasked.length === 0) continue;
    const reasonOf = await findOptOutReasons(db, workspaceId, cadence.key);
    const memberIds = unasked.map(({ id }) => id);
    const calendarOf = await loadWorkingCalendars(db, { workspaceId, memberIds, now });
    const occurrenceIn = onceFor((calendar) =>
      owedOccurrences(cadence, calendar, upTo).find((one) => one.periodOn === periodOn),
    );
    const askingOf = (calendar: WorkingCalendar) => {
      const occurrence = occurrenceIn(calendar);
      return occurrence && askingFor(cadence, calendar, occurrence, now);
    };
    const askingOfAll = onceFor(askingOf);
    const members = unasked.flatMap(({ id: memberId, askedSince }) => {
      const calendar = calendarOf.get(memberId);
      if (!calendar) return [];
      const asking = calendar.absences.length > 0 ? askingOf(calendar) : askingOfAll(calendar);
      if (!asking || askedSince > asking.occurrence.promptAt) return [];
      return [{ memberId, asking: reasonOf.has(memberId) ? notAsking(asking, reasonOf.get(memberId)) : asking }];
    });
    const opened = await openCheckIns(db, { workspaceId, cadenceKey: cadence.key }, members);
    asked.push(...opened.filter(({ excuse }) => excuse === null));
  }
  return asked;
}

function notAsking(asking: Asking, reason: string | null | undefined): Asking {
  return { ...asking, remindAt: null, excuse: 'opted_out', excusedBecause: reason ?? null };
}

/** Those whose window is open, and those that came and went while nobody was there. */
function owedOccurrences(cadence: DefinedCadence, calendar: WorkingCalendar, now: Date): Occurrence[] {
  const since = latest(cadence.watchedAt, new Date(now.getTime() - LONGEST_DOWNTIME));
  return occurrencesUpTo(cadence, calendar, { since, now }).filter(
    ({ promptAt, closesAt }) => promptAt >= cadence.definedAt && (closesAt > now || promptAt > since),
  );
}

/** Of calendars that differ by absences alone, the first stands for all. */
function onceFor<Result>(work: (calendar: WorkingCalendar) => Result): (calendar: WorkingCalendar) => Result {
  const done = new Map<string, { result: Result }>();
  return (calendar) => {
    const name = calendarName(calendar);
    const known = done.get(name) ?? { result: work(calendar) };
    done.set(name, known);
    return known.result;
  };
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}
