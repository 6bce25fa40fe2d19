import type { Composition } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { nextHumaneMoment } from './humane-moment.ts';
import { loadDndUntil } from './load-dnd.ts';
import { loadWorkingCalendar } from './load-working-calendars.ts';

/** Why nothing is sent at this moment. */
export type BadTime = Exclude<Composition, { outcome: 'message' }>;

/** What keeps this member from being written to at this moment: it is not their time, and it can wait until then. */
export async function findBadTime(
  db: Transaction,
  { workspaceId, memberId, until: closesAt }: { workspaceId: string; memberId: string; until: Date },
  now: Date,
): Promise<BadTime | undefined> {
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
