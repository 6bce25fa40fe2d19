import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { WIN_DIGEST, WIN_DIGEST_STORIES } from './delivery-names.ts';
import { digestOccurrence } from './digest-occurrence.ts';
import { digestDaysTelling } from './digest-week.ts';

/** Has the digests of these teams that tell, or told, these days brought up to date. */
export async function refreshDigests(
  transaction: Transaction,
  { workspaceId, teamKeys, days, now }: { workspaceId: string; teamKeys: string[]; days: CalendarDay[]; now: Date },
): Promise<void> {
  const telling = [...new Set(days.flatMap(digestDaysTelling))];
  const occurrence = teamKeys.flatMap((teamKey) => telling.map((to) => digestOccurrence(teamKey, to)));
  if (occurrence.length === 0) return;
  await refreshDeliveries(transaction, { workspaceId, kind: [WIN_DIGEST, WIN_DIGEST_STORIES], occurrence }, now);
}
