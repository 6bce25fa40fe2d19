import type { Transaction } from '../../platform/storage/database.ts';

/** Asked again at that moment, by the next planning after it. */
export async function savePutOff(
  db: Transaction,
  id: string,
  { until, timeZone }: { until: Date; timeZone: string },
): Promise<void> {
  await db.checkIn.update({ where: { id }, data: { putOffUntil: until, remindAt: until, remindZone: timeZone } });
}

export async function saveSkip(db: Transaction, id: string, reason: string): Promise<void> {
  await db.checkIn.update({
    where: { id },
    data: { excuse: 'skipped', excusedBecause: reason, putOffUntil: null, remindAt: null },
  });
}

/** It is owed again. */
export async function clearExcuse(
  db: Transaction,
  id: string,
  { remindAt, timeZone }: { remindAt: Date | null; timeZone: string },
): Promise<void> {
  await db.checkIn.update({
    where: { id },
    data: { excuse: null, excusedBecause: null, remindAt, remindZone: timeZone },
  });
}

/** The ids of this member's check-ins of one cadence that are open, unanswered, and excused by this or not at all. */
export async function findOpenOf(
  db: Transaction,
  which: { workspaceId: string; cadenceKey: string; memberId: string; excuse: 'opted_out' | null; now: Date },
): Promise<string[]> {
  const { now, ...where } = which;
  const rows = await db.checkIn.findMany({
    where: { ...where, answeredAt: null, closesAt: { gt: now } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

export async function excuseOptedOut(db: Transaction, ids: string[], reason: string | null): Promise<void> {
  await db.checkIn.updateMany({
    where: { id: { in: ids } },
    data: { excuse: 'opted_out', excusedBecause: reason, putOffUntil: null, remindAt: null },
  });
}
