import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import { clientKey } from './client-name.ts';
import type { PartState } from './win.ts';
import type { WinTold } from './win-told.ts';

export async function findTeamKeysOf(db: Transaction, workspaceId: string, memberIds: string[]): Promise<string[]> {
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: memberIds } },
    select: { teamKey: true },
  });
  return [...new Set(members.flatMap(({ teamKey }) => teamKey ?? []))];
}

/** The teams, as they were then, of everyone whom this win names; none where there is no win. */
export async function findTeamKeysOfWin(db: Transaction, { id: winId }: { id: string }): Promise<string[]> {
  const contributors = await db.winContributor.findMany({ where: { winId }, select: { teamKey: true } });
  return [...new Set(contributors.flatMap(({ teamKey }) => teamKey ?? []))];
}

/** The win that this check-in told, withdrawn or not. */
export async function findWinOfCheckIn(
  db: Transaction,
  checkInId: string,
): Promise<{ id: string; wonOn: CalendarDay } | undefined> {
  const win = await db.win.findUnique({ where: { checkInId }, select: { id: true, wonOn: true } });
  return win ? { id: win.id, wonOn: fromDatabaseDate(win.wonOn) } : undefined;
}

export interface WinToSave {
  workspaceId: string;
  /** Of a win that stands, which is then changed. */
  id?: string;
  recordedById: string;
  checkInId: string | null;
  wonOn: CalendarDay;
  told: WinTold;
  now: Date;
}

/** A part that its author words anew is theirs again; what its contributor said of it stands as long as they do not. */
export async function saveWin(db: Transaction, win: WinToSave): Promise<string> {
  const { workspaceId, recordedById, checkInId, told, now } = win;
  const { contributorIds, parts, ...says } = told;
  const content = { ...says, clientKey: clientKey(says.client), wonOn: toDatabaseDate(win.wonOn) };
  const { id: winId } =
    win.id === undefined
      ? await db.win.create({ data: { workspaceId, recordedById, checkInId, ...content, recordedAt: now } })
      : await db.win.update({ where: { id: win.id }, data: { ...content, withdrawnAt: null, revisedAt: now } });
  const named = [...new Set([recordedById, ...contributorIds])];
  // Who said that they had no part is shown to nobody, and so cannot have been taken out: what they said stays.
  await db.winContributor.deleteMany({
    where: { winId, memberId: { notIn: named }, partState: { not: 'declined' } },
  });
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: named } },
    select: { id: true, teamKey: true },
  });
  // Who was named before keeps the team of then.
  await db.winContributor.createMany({
    data: members.map(({ id: memberId, teamKey }) => ({ winId, workspaceId, memberId, teamKey })),
    skipDuplicates: true,
  });
  for (const { memberId, part } of parts) {
    await db.winContributor.updateMany({
      where: { winId, memberId, OR: [{ part: null }, { part: { not: part } }] },
      data: { part, partState: 'told' },
    });
  }
  return winId;
}

/** What a contributor says of their own part. Undefined words leave those that stand. */
export async function savePart(
  db: Transaction,
  { winId, memberId, part, partState }: { winId: string; memberId: string; part?: string; partState: PartState },
): Promise<void> {
  const data = { partState, ...(part !== undefined && { part }) };
  await db.winContributor.updateMany({ where: { winId, memberId }, data });
}

export async function saveWithdrawal(db: Transaction, id: string, withdrawnAt: Date | null): Promise<void> {
  await db.win.updateMany({ where: { id }, data: { withdrawnAt } });
}
