import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay, timeOf } from '../../platform/time/local-time.ts';
import { type DayOff, dayOff, type WorkingCalendar } from './working-calendar.ts';

/** When somebody may be written to, and why no earlier; or that they may not be, and why. */
export type HumaneMoment =
  | { at: Date; because: string | null }
  /** In words for people; null where there was no time left at all. */
  | { at: null; kind: 'away' | 'holiday' | 'no-time'; because: string | null };

/**
 * The first moment in `from` up to, not including, `until` at which this member may be written to: on a working day,
 * outside their quiet hours. Quiet hours are waited out; a day off is passed over to the same local time of the next day.
 */
export function nextHumaneMoment(
  calendar: WorkingCalendar,
  { from, until }: { from: Date; until: Date },
): HumaneMoment {
  const passed: Hindrance[] = [];
  let at = from;
  while (at < until) {
    const hindrance = hindranceAt(calendar, at);
    if (!hindrance) return { at, because: mostTelling(passed)?.because ?? null };
    passed.push(hindrance);
    at = hindrance.endsAt;
  }
  const why = passed.find(({ kind }) => kind === 'away') ?? mostTelling(passed);
  if (!why) return { at: null, kind: 'no-time', because: null };
  return { at: null, kind: why.kind === 'away' || why.kind === 'holiday' ? why.kind : 'no-time', because: why.because };
}

interface Hindrance {
  kind: DayOff['kind'] | 'quiet';
  because: string;
  endsAt: Date;
}

/** Quiet hours first: the morning after them may belong to another day. */
function hindranceAt(calendar: WorkingCalendar, at: Date): Hindrance | undefined {
  const { timeZone } = calendar;
  const today = dayOf(at, timeZone);
  const endsAt = quietUntil(calendar, at);
  if (endsAt) return { kind: 'quiet', because: 'quiet hours', endsAt };
  const off = dayOff(calendar, today);
  if (!off) return undefined;
  return { ...off, endsAt: localInstant(plusDays(today, 1), timeOf(at, timeZone), timeZone) };
}

/** When the quiet hours that `at` lies in are over; undefined outside of them. */
function quietUntil({ timeZone, quietFrom, quietUntil: until }: WorkingCalendar, at: Date): Date | undefined {
  if (quietFrom === until) return undefined;
  const today = dayOf(at, timeZone);
  // Those that began yesterday may not be over yet.
  const nights = [plusDays(today, -1), today].map((day) => ({
    from: localInstant(day, quietFrom, timeZone),
    until: localInstant(isLater(quietFrom, until) ? plusDays(day, 1) : day, until, timeZone),
  }));
  return nights.find((night) => night.from <= at && at < night.until)?.until;
}

function isLater(one: TimeOfDay, other: TimeOfDay): boolean {
  return one > other;
}

/** Not that it was night, but that the morning after was a holiday. */
function mostTelling(passed: Hindrance[]): Hindrance | undefined {
  return passed.find(({ kind }) => kind !== 'quiet') ?? passed[0];
}
