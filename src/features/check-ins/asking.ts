import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { localInstant } from '../../platform/time/local-time.ts';
import { nextHumaneMoment } from '../people/humane-moment.ts';
import { plusWorkingDays, type WorkingCalendar } from '../people/working-calendar.ts';
import type { Cadence, Occurrence } from './cadence.ts';
import { nextReminder } from './reminder.ts';

/** What becomes of one occurrence for one member: when they are asked, or why no answer is owed. */
export interface Asking {
  occurrence: Occurrence;
  promptAt: Date;
  /** Why that is later than the cadence says. */
  movedBecause: string | null;
  /** When the first reminder is owed; null, never. */
  remindAt: Date | null;
  /** When the manager is owed word of it, should it stay without an answer. */
  tellAt: Date;
  /** The zone in which all that was worked out. */
  timeZone: string;
  excuse: 'away' | 'holiday' | 'opted_out' | 'our_downtime' | null;
  excusedBecause: string | null;
}

/**
 * Asked when it falls due, or at the next moment of their window at which they may be written to. An occurrence without
 * such a moment is excused; one that had it while nobody was there to ask (`now` is later) is ours to answer for.
 */
export function askingFor(cadence: Cadence, calendar: WorkingCalendar, occurrence: Occurrence, now: Date): Asking {
  const { promptAt, closesAt } = occurrence;
  const { timeZone } = calendar;
  const lastDayOfGrace = plusWorkingDays(calendar, dayOf(closesAt, timeZone), cadence.graceDays);
  // When that day is over, and no hour earlier: people of one day in many zones are told of together.
  const tellAt = localInstant(plusDays(lastDayOfGrace, 1), '00:00', timeZone);
  const unasked = { occurrence, promptAt, movedBecause: null, remindAt: null, tellAt, timeZone };
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
    remindAt: nextReminder(cadence, calendar, { after: moment.at, closesAt, reminded: 0 }),
    excuse: null,
    excusedBecause: null,
  };
}
