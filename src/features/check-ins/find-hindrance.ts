import type { Transaction } from '../../platform/storage/database.ts';
import { type BadTime, findBadTime } from '../people/find-bad-time.ts';
import type { CheckIn } from './store.ts';

/**
 * What keeps an unanswered check-in from being written about at this moment, whatever was planned: its member may have
 * said meanwhile that they are away, or the delivery may come late, at night. Undefined: nothing.
 */
export async function findHindrance(
  db: Transaction,
  workspaceId: string,
  checkIn: CheckIn,
  now: Date,
): Promise<BadTime | undefined> {
  const { memberId, closesAt, excuse, excusedBecause, isStillAsked } = checkIn;
  if (!isStillAsked) return { outcome: 'skip', reason: 'the member or the cadence is gone' };
  if (excuse) return { outcome: 'skip', reason: `excused: ${excusedBecause ?? excuse}` };
  if (closesAt <= now) return { outcome: 'skip', reason: 'its window closed before it could be sent' };
  return findBadTime(db, { workspaceId, memberId, until: closesAt }, now);
}
