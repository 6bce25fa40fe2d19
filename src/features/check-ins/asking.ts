import { nextHumaneMoment } from '../people/humane-moment.ts';
import type { WorkingCalendar } from '../people/working-calendar.ts';
import { type Cadence, type Occurrence, workingDaysAfter } from './cadence.ts';

/** What becomes of one occurrence for one member: when they are asked, or why no answer is owed. */
export interface Asking {
  occurrence: Occurrence;
  promptAt: Date;
  /** Why that is later than the cadence says. */
  movedBecause: string | null;
  /** When the first reminder is owed; null, never. */
  remindAt: Date | null;
  excuse: 'away' | 'holiday' | 'our_downtime' | null;
  excusedBecause: string | null;
}

/**
 * Asked when it falls due, or at the next moment of their window at which they may be written to. An occurrence without
 * such a moment is excused; one that had it while nobody was there to ask (`now` is later) is ours to answer for.
 */
export function askingFor(cadence: Cadence, calendar: WorkingCalendar, occurrence: Occurrence, now: Date): Asking {
  const { promptAt, closesAt } = occurrence;
  const unasked = { occurrence, promptAt, movedBecause: null, remindAt: null };
  const moment = nextHumaneMoment(calendar, { from: promptAt, until: closesAt });
  if (moment.at === null) {
    const excuse = moment.kind === 'away' ? 'away' : 'holiday';
    return { ...unasked, excuse, excusedBecause: moment.because ?? 'no working time in its window' };
  }
  const isTooLate = moment.at < now && nextHumaneMoment(calendar, { from: now, until: closesAt }).at === null;
  if (isTooLate) return { ...unasked, excuse: 'our_downtime', excusedBecause: 'Throughline was not running' };
  return {
    ...unasked,
    promptAt: moment.at,
    movedBecause: moment.because,
    remindAt: firstReminder(cadence, calendar, { promptAt: moment.at, closesAt }),
    excuse: null,
    excusedBecause: null,
  };
}

function firstReminder(
  cadence: Cadence,
  calendar: WorkingCalendar,
  { promptAt, closesAt }: { promptAt: Date; closesAt: Date },
): Date | null {
  if (cadence.reminderAfterDays === null || cadence.reminders === 0) return null;
  const remindAt = workingDaysAfter(cadence, calendar, promptAt, cadence.reminderAfterDays);
  return remindAt < closesAt ? remindAt : null;
}
