import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { findVoices } from './store.ts';
import type { Voice } from './voice.ts';

/** What customers said that concerns each of these members, the oldest first. Who may read it is for the caller to ask. */
export async function loadVoicesAbout(
  db: Transaction,
  query: { workspaceId: string; memberIds: string[]; from: CalendarDay; to: CalendarDay },
): Promise<Map<string, Voice[]>> {
  const voices = (await findVoices(db, query)).toReversed();
  return new Map(
    query.memberIds.map((memberId) => [memberId, voices.filter(({ memberIds }) => memberIds.includes(memberId))]),
  );
}
