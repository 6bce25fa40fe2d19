import { insertPlanned, refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { WIN_PART } from './delivery-names.ts';
import { lockTeams } from './digest-store.ts';
import { findTeamKeysOf, findTeamKeysOfWin, saveWin, saveWithdrawal } from './record-store.ts';
import { refreshDigests } from './refresh-digests.ts';
import type { WinTold } from './win-told.ts';

export interface ToldWin {
  workspaceId: string;
  memberId: string;
  /** The win that is told again, and the day it counted for until now. */
  before: { id: string; wonOn: CalendarDay } | undefined;
  checkInId: string | null;
  wonOn: CalendarDay;
  told: WinTold;
  now: Date;
}

/** Keeps a win as it is told now, asks those who helped about their part, and has the digests that tell it corrected. */
export async function recordToldWin(transaction: Transaction, input: ToldWin): Promise<string> {
  const { workspaceId, memberId, before, checkInId, wonOn, told, now } = input;
  const present = await findTeamKeysOf(transaction, workspaceId, [memberId, ...told.contributorIds]);
  const teamKeys = [...new Set([...present, ...(before ? await findTeamKeysOfWin(transaction, before) : [])])];
  await lockTeams(transaction, { workspaceId, keys: teamKeys, how: 'shared' });
  const id = await saveWin(transaction, {
    workspaceId,
    ...(before && { id: before.id }),
    recordedById: memberId,
    checkInId,
    wonOn,
    told,
    now,
  });
  const asked = told.contributorIds.filter((contributorId) => contributorId !== memberId);
  const questions = asked.map((recipient) => ({ recipient, occurrence: id, dueAt: now }));
  await insertPlanned(transaction, workspaceId, WIN_PART, questions, now);
  await refreshDeliveries(transaction, { workspaceId, kind: WIN_PART, occurrence: id }, now);
  const days = before ? [wonOn, before.wonOn] : [wonOn];
  await refreshDigests(transaction, { workspaceId, teamKeys, days, now });
  return id;
}

/** Takes a win back, or with null brings it back. */
export async function recordTakenBack(
  transaction: Transaction,
  input: { workspaceId: string; id: string; wonOn: CalendarDay; withdrawnAt: Date | null; now: Date },
): Promise<void> {
  const { workspaceId, id, wonOn, withdrawnAt, now } = input;
  const teamKeys = await findTeamKeysOfWin(transaction, { id });
  await lockTeams(transaction, { workspaceId, keys: teamKeys, how: 'shared' });
  await saveWithdrawal(transaction, id, withdrawnAt);
  await refreshDeliveries(transaction, { workspaceId, kind: WIN_PART, occurrence: id }, now);
  await refreshDigests(transaction, { workspaceId, teamKeys, days: [wonOn], now });
}
