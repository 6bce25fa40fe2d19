import type { Database } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { latestOccurrence, nextOccurrence, type Occurrence } from './cadence.ts';
import { type CheckIn, type DefinedCadence, findCadences, findCheckInOn, findMember } from './store.ts';

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
 * In this order: one that is still owed, however late; one that is answered and whose window is still open, to be
 * edited; the next one, early. With several cadences, what is owed longest comes first.
 */
export async function findCheckInToAnswer(
  db: Database,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<CheckInToAnswer> {
  const member = await findMember(db, workspaceId, memberId);
  if (!member?.teamKey) return { outcome: 'no-team' };
  const cadences = await findCadences(db, workspaceId, { teamKey: member.teamKey });
  const candidates = await Promise.all(
    cadences.map(async (cadence) => {
      const find = (occursOn: CalendarDay) =>
        findCheckInOn(db, { workspaceId, cadenceKey: cadence.key, memberId, occursOn });
      const latest = latestOccurrence(cadence, member.timeZone, now);
      const asked = latest && (await find(latest.occursOn));
      if (latest && asked && (!asked.answer || now < asked.closesAt)) {
        const standing: Standing = asked.answer ? 'answered' : now < asked.closesAt ? 'open' : 'late';
        return { outcome: 'found', cadence, occurrence: latest, checkIn: asked, standing } as const;
      }
      // The prompt fell due this very minute, or while we were away: the planner has not come round yet.
      const owed = latest && !asked && now < latest.closesAt && member.teamSince && member.teamSince <= latest.promptAt;
      if (owed) return { outcome: 'found', cadence, occurrence: latest, checkIn: undefined, standing: 'open' } as const;
      const next = nextOccurrence(cadence, member.timeZone, now);
      const ahead = await find(next.occursOn);
      const standing: Standing = ahead?.answer ? 'answered' : 'early';
      return { outcome: 'found', cadence, occurrence: next, checkIn: ahead, standing } as const;
    }),
  );
  const order: Standing[] = ['late', 'open', 'answered', 'early'];
  const [first] = candidates.sort(
    (a, b) =>
      order.indexOf(a.standing) - order.indexOf(b.standing) ||
      a.occurrence.promptAt.getTime() - b.occurrence.promptAt.getTime(),
  );
  return first ?? { outcome: 'no-cadence' };
}
