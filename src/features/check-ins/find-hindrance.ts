import type { Composition } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { nextHumaneMoment } from '../people/humane-moment.ts';
import { loadDndUntil } from '../people/load-dnd.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import type { CheckIn } from './store.ts';

type Hindrance = Exclude<Composition, { outcome: 'message' }>;

/**
 * What keeps an unanswered check-in from being written about at this moment, whatever was planned: its member may have
 * said meanwhile that they are away, or the delivery may come late, at night. Undefined: nothing.
 */
export async function findHindrance(
  db: Transaction,
  workspaceId: string,
  checkIn: CheckIn,
  now: Date,
): Promise<Hindrance | undefined> {
  const { memberId, closesAt, excuse, excusedBecause, isStillAsked } = checkIn;
  if (!isStillAsked) return { outcome: 'skip', reason: 'the member or the cadence is gone' };
  if (excuse) return { outcome: 'skip', reason: `excused: ${excusedBecause ?? excuse}` };
  if (closesAt <= now) return { outcome: 'skip', reason: 'its window closed before it could be sent' };
  return findBadTime(db, { workspaceId, memberId, until: closesAt }, now);
}

/** What keeps this member from being written to at this moment: it is not their time, and it can wait until then. */
export async function findBadTime(
  db: Transaction,
  { workspaceId, memberId, until: closesAt }: { workspaceId: string; memberId: string; until: Date },
  now: Date,
): Promise<Hindrance | undefined> {
  const calendar = await loadWorkingCalendar(db, { workspaceId, memberId, now });
  if (!calendar) return { outcome: 'skip', reason: 'the member left' };
  const moment = nextHumaneMoment(calendar, { from: now, until: closesAt });
  if (moment.at === null) return { outcome: 'skip', reason: moment.because ?? 'its window closed' };
  if (moment.at > now) return { outcome: 'wait', until: moment.at, reason: moment.because ?? 'not now' };
  const until = await loadDndUntil(db, { workspaceId, memberId, now });
  // Not to be waited out: then it stands in Slack when they look, and Slack itself does not ring.
  const canWait = until !== undefined && nextHumaneMoment(calendar, { from: until, until: closesAt }).at !== null;
  return canWait ? { outcome: 'wait', until, reason: 'do not disturb' } : undefined;
}
