import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from './load-standing.ts';
import type { Look } from './look.ts';
import { may } from './may.ts';
import { findLooks } from './store.ts';

/** So many fit one message; the log itself keeps them all. */
const LATEST = 300;

export type Looks = { outcome: 'shown'; looks: Look[]; areAll: boolean } | { outcome: 'not-allowed' };

/** Who looked at one person's record, the latest first. That somebody reads this log is on no log: it holds no evidence. */
export async function loadLooks(
  db: Database,
  asks: { workspaceId: string; actorId: string; subjectId: string; now: Date; isAdministrator?: boolean },
): Promise<Looks> {
  const { workspaceId, subjectId } = asks;
  const standing = await loadStanding(db, asks);
  if (!may(standing, 'see-audit-log', { memberId: subjectId })) return { outcome: 'not-allowed' };
  const found = await findLooks(db, { workspaceId, subjectId, limit: LATEST + 1 });
  return { outcome: 'shown', looks: found.slice(0, LATEST), areAll: found.length <= LATEST };
}
