import { insertPlanned, refreshDeliveries } from '../../platform/jobs/ledger.ts';
import { mergeEdit } from '../../platform/slack/meanwhile.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { WIN_PART } from './delivery-names.ts';
import { lockTeams } from './digest-store.ts';
import { findTeamKeysOf, findTeamKeysOfWin, saveWin, saveWithdrawal } from './record-store.ts';
import { refreshDigests } from './refresh-digests.ts';
import type { KeptWin } from './store.ts';
import { asTold, partsOf, withParts, wordsOf } from './told-again.ts';
import type { RememberedWin, WinTold } from './win-told.ts';

export interface ToldWin {
  workspaceId: string;
  memberId: string;
  /** The win that is told again, held. */
  before: KeptWin | undefined;
  checkInId: string | null;
  wonOn: CalendarDay;
  told: WinTold;
  /** What stood in the form when it was filled in. */
  remembered: RememberedWin;
  now: Date;
}

export interface RecordedWin {
  id: string;
  /** As it is kept. */
  told: WinTold;
  /** Those who said meanwhile what they did, or that they did nothing: what was typed of them here gives way to that. */
  saidMeanwhile: string[];
}

/** Keeps a win as it is told now, asks those who helped about their part, and has the digests that tell it corrected. */
export async function recordToldWin(transaction: Transaction, input: ToldWin): Promise<RecordedWin> {
  const { workspaceId, memberId, before, checkInId, now } = input;
  const { wonOn, told, saidMeanwhile } = withMeanwhile(input);
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
  return { id, told, saidMeanwhile };
}

/**
 * What its author changed, in the win as it stands by now. Their own words of another window give way to those that they
 * say last; the words of a contributor about their own part do not.
 */
function withMeanwhile({ before, wonOn, told, remembered }: ToldWin): Omit<RecordedWin, 'id'> & { wonOn: CalendarDay } {
  if (!before || before.withdrawnAt) return { wonOn, told, saidMeanwhile: [] };
  const stands = asTold(before);
  const { wonOn: day, ...words } = mergeEdit(
    remembered.words,
    { ...wordsOf(told), wonOn },
    { ...wordsOf(stands), wonOn: before.wonOn },
  ).fields;
  const standing = partsOf(stands);
  // A line left empty says nothing of that part.
  const typed = Object.fromEntries(
    Object.entries(partsOf(told)).map(([id, part]) => [id, part ?? standing[id] ?? null]),
  );
  const parts = mergeEdit(remembered.parts, typed, standing);
  const merged = { ...parts.fields };
  for (const id of parts.clashes) {
    const said = standing[id];
    if (said === undefined) delete merged[id];
    else merged[id] = said;
  }
  return { wonOn: day, told: { ...words, ...withParts(merged) }, saidMeanwhile: parts.clashes };
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
