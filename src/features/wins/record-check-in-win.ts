import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { WIN_DIGEST, WIN_DIGEST_STORIES } from './delivery-names.ts';
import { digestOccurrence } from './digest-occurrence.ts';
import { digestWeekOf } from './digest-week.ts';
import { findDigestTeams, findTeamKeysOfCheckIn, saveWinOfCheckIn, withdrawWinOfCheckIn } from './store.ts';

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
  const { workspaceId, memberId, checkInId, wonOn, win, now } = input;
  const before = await findTeamKeysOfCheckIn(transaction, checkInId);
  if (win) await saveWinOfCheckIn(transaction, { workspaceId, recordedById: memberId, checkInId, wonOn, ...win, now });
  else await withdrawWinOfCheckIn(transaction, checkInId, now);

  const keys = [...before, ...(await findTeamKeysOfCheckIn(transaction, checkInId))];
  const teams = await findDigestTeams(transaction, workspaceId, { keys });
  await refreshDeliveries(
    transaction,
    {
      workspaceId,
      kind: [WIN_DIGEST, WIN_DIGEST_STORIES],
      occurrence: teams.map((team) => digestOccurrence(team.key, digestWeekOf(team, wonOn).to)),
    },
    now,
  );
}
