import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';

/** Managers who have a gathering in that week. */
export async function findGatheringManagers(
  db: Transaction,
  { workspaceId, weekOn }: { workspaceId: string; weekOn: CalendarDay },
): Promise<string[]> {
  const rows = await db.signalGathering.findMany({
    where: { workspaceId, weekOn: toDatabaseDate(weekOn) },
    select: { managerId: true },
  });
  return rows.map(({ managerId }) => managerId);
}

export async function insertGatherings(
  db: Transaction,
  rows: { workspaceId: string; managerId: string; weekOn: CalendarDay; tellAt: Date }[],
): Promise<void> {
  const data = rows.map((row) => ({ ...row, weekOn: toDatabaseDate(row.weekOn) }));
  await db.signalGathering.createMany({ data, skipDuplicates: true });
}

/** Takes gatherings that are due, the first due first. */
export async function takeDueGatherings(
  db: Transaction,
  { workspaceId, now, most }: { workspaceId: string; now: Date; most: number },
): Promise<{ managerId: string; tellAt: Date }[]> {
  const due = await db.signalGathering.findMany({
    where: { workspaceId, gatheredAt: null, tellAt: { lte: now } },
    orderBy: [{ tellAt: 'asc' }, { managerId: 'asc' }],
    take: most,
  });
  if (due.length === 0) return [];
  const managerIds = due.map(({ managerId }) => managerId);
  await db.signalGathering.updateMany({
    where: { workspaceId, managerId: { in: managerIds }, gatheredAt: null, tellAt: { lte: now } },
    data: { gatheredAt: now },
  });
  // Two weeks may be due at once, after days in which nothing ran: they are one.
  return [...new Map(due.map((one) => [one.managerId, one])).values()].map(({ managerId, tellAt }) => ({
    managerId,
    tellAt,
  }));
}

/** A signal by what it is of; its words are worked out anew each time. */
export interface ToldSignal {
  memberId: string;
  metricKey: string;
  /** The first day of its period. */
  periodOn: CalendarDay;
}

export async function findAlreadyTold(
  db: Transaction,
  query: { workspaceId: string; memberIds: string[]; from: CalendarDay },
): Promise<ToldSignal[]> {
  const rows = await db.toldSignal.findMany({
    where: {
      workspaceId: query.workspaceId,
      memberId: { in: query.memberIds },
      periodOn: { gte: toDatabaseDate(query.from) },
    },
  });
  return rows.map(toTold);
}

export async function insertToldSignals(
  db: Transaction,
  told: { workspaceId: string; toldToId: string; toldAt: Date; signals: ToldSignal[] },
): Promise<void> {
  const { signals, ...rest } = told;
  const data = signals.map(({ periodOn, ...signal }) => ({ ...rest, ...signal, periodOn: toDatabaseDate(periodOn) }));
  await db.toldSignal.createMany({ data, skipDuplicates: true });
}

/** What was told at that moment, to that manager or about that member. */
export async function findToldAt(
  db: Transaction,
  where: { workspaceId: string; toldAt: Date } & ({ toldToId: string } | { memberId: string }),
): Promise<ToldSignal[]> {
  const rows = await db.toldSignal.findMany({ where, orderBy: [{ memberId: 'asc' }, { metricKey: 'asc' }] });
  return rows.map(toTold);
}

/** Members who were told of something since, and when. */
export async function findMembersTold(
  db: Transaction,
  { workspaceId, since }: { workspaceId: string; since: Date },
): Promise<{ memberId: string; toldAt: Date }[]> {
  return db.toldSignal.findMany({
    where: { workspaceId, toldAt: { gte: since } },
    distinct: ['memberId', 'toldAt'],
    select: { memberId: true, toldAt: true },
  });
}

/** Who was told of these numbers since then, about whom and when. */
export async function findTellings(
  db: Transaction,
  query: { workspaceId: string; changed: readonly Pick<ToldSignal, 'memberId' | 'metricKey'>[]; since: Date },
): Promise<{ memberId: string; toldToId: string; toldAt: Date }[]> {
  const numbers = JSON.stringify(query.changed);
  return db.$queryRaw<{ memberId: string; toldToId: string; toldAt: Date }[]>`
    select distinct told."memberId", told."toldToId", told."toldAt"
      from jsonb_to_recordset(${numbers}::jsonb) as changed ("memberId" text, "metricKey" text)
      join "ToldSignal" told on told."workspaceId" = ${query.workspaceId}
           and told."memberId" = changed."memberId" and told."metricKey" = changed."metricKey"
     where told."toldAt" >= ${query.since}`;
}

function toTold({
  memberId,
  metricKey,
  periodOn,
}: {
  memberId: string;
  metricKey: string;
  periodOn: Date;
}): ToldSignal {
  return { memberId, metricKey, periodOn: fromDatabaseDate(periodOn) };
}
