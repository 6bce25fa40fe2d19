import type { Database } from '../../platform/storage/database.ts';
import { dayOf, plusDays } from '../../platform/time/calendar-day.ts';
import { loadVoicesAbout } from '../customer-voice/load-voices.ts';
import { loadFeedbackRecord } from '../feedback/load-feedback-record.ts';
import { loadNames } from '../people/load-names.ts';
import { loadWins } from '../wins/load-wins.ts';
import { type CopyFile, feedbackFile, voicesFile, winsFile } from './own-copy.ts';

/** Before anything that can be on record. */
const THE_BEGINNING = '2000-01-01';

/** What one may read about oneself, of all times: what colleagues saw, one's wins, what customers said. */
export async function loadOwnCopy(
  db: Database,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<CopyFile[]> {
  const memberIds = [memberId];
  // Where a day begins early, it may be tomorrow already.
  const query = { workspaceId, memberIds, from: THE_BEGINNING, to: plusDays(dayOf(now, 'UTC'), 1) } as const;
  const feedback = await loadFeedbackRecord(db, { ...query, readerId: memberId, subjectIds: memberIds, now });
  const nameOf = await loadNames(db, workspaceId);
  return [
    feedbackFile(feedback.seen, nameOf),
    winsFile(await loadWins(db, query), memberId, nameOf),
    voicesFile((await loadVoicesAbout(db, query)).get(memberId) ?? []),
  ];
}
