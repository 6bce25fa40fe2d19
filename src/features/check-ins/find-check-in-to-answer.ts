import type { Database } from '../../platform/storage/database.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import type { WorkingCalendar } from '../people/working-calendar.ts';
import { latestOccurrence, nextOccurrence, type Occurrence } from './cadence.ts';
import {
  type CheckIn,
  type DefinedCadence,
  findAskedSince,
  findCadences,
  findCheckInOfPeriod,
  findMember,
} from './store.ts';

/** The check-in that `/checkin` opens, and how it stands. */
export type CheckInToAnswer =
  | {
      outcome: 'found';
      cadence: DefinedCadence;
      occurrence: Occurrence;
      checkIn: CheckIn | undefined;
      standing: Standing;
    }
  | { outcome: 'no-team' }
  | { outcome: 'no-cadence' };

export type Standing = 'open' | 'late' | 'answered' | 'early';

/**
 * In this order: one that is open; one that was missed, however late; one of which they are excused; one that is answered
 * and whose window is still open, to be edited; the next one, early. Among several cadences the earlier one comes first.
 */
export async function findCheckInToAnswer(
  db: Database,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<CheckInToAnswer> {
  const member = await findMember(db, workspaceId, memberId);
  const calendar = await loadWorkingCalendar(db, { workspaceId, memberId, now });
  if (!member?.teamKey || !calendar) return { outcome: 'no-team' };
  const cadences = await findCadences(db, workspaceId, { teamKey: member.teamKey });
  const candidates = await Promise.all(
    cadences.map(async (cadence) => {
      const ofMember = { workspaceId, cadenceKey: cadence.key, memberId };
      const find = async ({ periodOn }: Occurrence) => findCheckInOfPeriod(db, { ...ofMember, periodOn });
      return choose({ cadence, calendar, askedSince: await findAskedSince(db, ofMember), now, find });
    }),
  );
  const [first] = candidates
    .filter((candidate) => candidate !== undefined)
    .sort((a, b) => rankOf(a) - rankOf(b) || earlierFirst(a, b));
  return first ?? { outcome: 'no-cadence' };
}

type Found = Extract<CheckInToAnswer, { outcome: 'found' }>;

const order = ['open', 'late', 'excused', 'answered', 'early'];

function rankOf({ standing, checkIn }: Found): number {
  return order.indexOf(standing === 'open' && checkIn?.excuse ? 'excused' : standing);
}

function earlierFirst(a: Found, b: Found): number {
  return a.occurrence.promptAt.getTime() - b.occurrence.promptAt.getTime();
}

interface Choice {
  cadence: DefinedCadence;
  calendar: WorkingCalendar;
  askedSince: Date | undefined;
  now: Date;
  find(occurrence: Occurrence): Promise<CheckIn | undefined>;
}

async function choose({ cadence, calendar, askedSince, now, find }: Choice): Promise<Found | undefined> {
  const found = (occurrence: Occurrence, checkIn: CheckIn | undefined, standing: Standing): Found => ({
    outcome: 'found',
    cadence,
    occurrence,
    checkIn,
    standing,
  });
  const latest = latestOccurrence(cadence, calendar, now);
  const asked = latest && (await find(latest));
  const isOpen = asked !== undefined && now < asked.closesAt;
  // Whoever is excused may answer all the same, but is not led back to it once it is over.
  if (latest && asked && !asked.answer && (isOpen || !asked.excuse))
    return found(latest, asked, isOpen ? 'open' : 'late');
  if (latest && asked?.answer && isOpen) return found(latest, asked, 'answered');
  // The prompt fell due this very minute, or while we were away: the planner has not come round yet.
  const isOwed = latest && !asked && now < latest.closesAt && askedSince !== undefined && askedSince <= latest.promptAt;
  if (isOwed) return found(latest, undefined, 'open');
  const next = nextOccurrence(cadence, calendar, now);
  if (!next) return latest && asked && found(latest, asked, asked.answer ? 'answered' : 'late');
  const ahead = await find(next);
  return found(next, ahead, ahead?.answer ? 'answered' : 'early');
}
