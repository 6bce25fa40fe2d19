import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';

/** Managers of active people who have no gathering in that week yet. */
export async function findManagersWithout(
  db: Transaction,
  { workspaceId, weekOn }: { workspaceId: string; weekOn: CalendarDay },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select distinct manager.id
      from "Member" m
      join "Member" manager on manager."workspaceId" = m."workspaceId" and manager.id = m."managerId"
     where m."workspaceId" = ${workspaceId} and m."deactivatedAt" is null and manager."deactivatedAt" is null
       and not exists (
         select from "SignalGathering" g
          where g."workspaceId" = m."workspaceId" and g."managerId" = manager.id
            and g."weekOn" = ${toDatabaseDate(weekOn)}::date
       )`;
  return rows.map(({ id }) => id);
}

export async function insertGatherings(
  db: Transaction,
  rows: { workspaceId: string; managerId: string; weekOn: CalendarDay; tellAt: Date }[],
): Promise<void> {
  const data = rows.map((row) => ({ ...row, weekOn: toDatabaseDate(row.weekOn) }));
  await db.signalGathering.createMany({ data, skipDuplicates: true });
}

/** Takes gatherings that are due, the first due first, and who of those managers' people is there. */
export async function takeDueGatherings(
  db: Transaction,
  { workspaceId, now, most }: { workspaceId: string; now: Date; most: number },
): Promise<{ managerId: string; tellAt: Date; memberIds: string[] }[]> {
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
  const people = await db.member.findMany({
    where: { workspaceId, managerId: { in: managerIds }, deactivatedAt: null, kind: { not: 'bot' } },
    select: { id: true, managerId: true },
    orderBy: { id: 'asc' },
  });
  const ofManager = Map.groupBy(people, ({ managerId }) => managerId);
  // Two weeks may be due at once, after days in which nothing ran: they are one.
  return [...new Map(due.map((one) => [one.managerId, one])).values()].map(({ managerId, tellAt }) => ({
    managerId,
    tellAt,
    memberIds: (ofManager.get(managerId) ?? []).map(({ id }) => id),
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
