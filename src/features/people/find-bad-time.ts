import type { Composition } from '../../platform/jobs/delivery-kind.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { nextHumaneMoment } from './humane-moment.ts';
import { loadOwnTimes } from './load-working-calendars.ts';

/** Why nothing is sent at this moment. */
export type BadTime = Exclude<Composition, { outcome: 'message' }>;

/** What keeps this member from being written to at this moment: it is not their time, and it can wait until then. */
export async function findBadTime(
  db: Transaction,
  { workspaceId, memberId, until: closesAt }: { workspaceId: string; memberId: string; until: Date },
  now: Date,
): Promise<BadTime | undefined> {
  const times = await loadOwnTimes(db, { workspaceId, memberId, now });
  if (!times) return { outcome: 'skip', reason: 'the member left' };
  const { calendar } = times;
  const moment = nextHumaneMoment(calendar, { from: now, until: closesAt });
  if (moment.at === null) return { outcome: 'skip', reason: moment.because ?? 'its window closed' };
  if (moment.at > now) return { outcome: 'wait', until: moment.at, reason: moment.because ?? 'not now' };
  const until = notDisturbedUntil(times, now);
  // Not to be waited out: then it stands in Slack when they look, and Slack itself does not ring.
  const canWait = until !== undefined && nextHumaneMoment(calendar, { from: until, until: closesAt }).at !== null;
  return canWait ? { outcome: 'wait', until, reason: 'do not disturb' } : undefined;
}

/** Whoever switches it off within that time waits a little longer; whoever is not read any more is not waited for. */
const TRUSTED_MILLISECONDS = 5 * 60_000;

/** When they may be disturbed again, if Slack said lately that they may not be now. */
function notDisturbedUntil(
  { dndUntil, dndReadAt }: { dndUntil: Date | null; dndReadAt: Date | null },
  now: Date,
): Date | undefined {
  if (!dndUntil || !dndReadAt || dndUntil <= now) return undefined;
  return now.getTime() - dndReadAt.getTime() <= TRUSTED_MILLISECONDS ? dndUntil : undefined;
}
