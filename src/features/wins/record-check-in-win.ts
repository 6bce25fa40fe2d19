import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { WIN_DIGEST, WIN_DIGEST_STORIES } from './delivery-names.ts';
import { digestOccurrence } from './digest-occurrence.ts';
import { digestDaysTelling } from './digest-week.ts';
import {
  findDayOfWin,
  findTeamKeysOf,
  findTeamKeysOfCheckIn,
  lockTeams,
  saveWinOfCheckIn,
  withdrawWinOfCheckIn,
} from './store.ts';

export interface CheckInWin {
  workspaceId: string;
  memberId: string;
  checkInId: string;
  wonOn: CalendarDay;
  /** Null takes back what an earlier version of the answer told. */
  win: { client: string; whatChanged: string; contributorIds: string[] } | null;
  now: Date;
}

/** Keeps the win that a check-in tells, and has the digests that tell it, or told it, brought up to date. */
export async function recordCheckInWin(transaction: Transaction, input: CheckInWin): Promise<void> {
  const { workspaceId, memberId, checkInId, win, now } = input;
  // Told again, it keeps its day.
  const wonOn = (await findDayOfWin(transaction, checkInId)) ?? input.wonOn;
  const before = await findTeamKeysOfCheckIn(transaction, checkInId);
  if (!win && before.length === 0) return;
  const present = await findTeamKeysOf(transaction, workspaceId, [memberId, ...(win?.contributorIds ?? [])]);
  const teamKeys = [...new Set([...before, ...present])];
  await lockTeams(transaction, { workspaceId, keys: teamKeys, how: 'shared' });
  if (win) await saveWinOfCheckIn(transaction, { workspaceId, recordedById: memberId, checkInId, wonOn, ...win, now });
  else await withdrawWinOfCheckIn(transaction, checkInId, now);
  const occurrence = teamKeys.flatMap((teamKey) => digestDaysTelling(wonOn).map((to) => digestOccurrence(teamKey, to)));
  await refreshDeliveries(transaction, { workspaceId, kind: [WIN_DIGEST, WIN_DIGEST_STORIES], occurrence }, now);
}
