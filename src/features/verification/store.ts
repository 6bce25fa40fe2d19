import type { Prisma } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Value } from '../observations/trend.ts';
import { stateOf } from '../observations/usable-value.ts';
import { asNumber, toNumber } from './number-row.ts';
import type { NumberValue } from './waiting.ts';

export interface DataOwner {
  /** Null, nobody yet. */
  ownerId: string | null;
  needsVerification: boolean;
}

/** The data owner of each metric, by the definition in force. */
export async function findDataOwners(db: Transaction, workspaceId: string): Promise<Map<string, DataOwner>> {
  const rows = await db.$queryRaw<({ key: string } & DataOwner)[]>`
    select distinct on ("metricKey") "metricKey" as key, "dataOwnerId" as "ownerId", "needsVerification"
      from "MetricDefinition" where "workspaceId" = ${workspaceId} order by "metricKey", version desc`;
  return new Map(rows.map(({ key, ...owner }) => [key, owner]));
}

/** Values of the whole, not of a part of it, that nothing superseded or withdrew. */
function standing(workspaceId: string, since: CalendarDay): Prisma.ObservationWhereInput {
  return {
    workspaceId,
    periodOn: { gte: toDatabaseDate(since) },
    value: { not: null },
    dimensions: { equals: {} },
    withdrawnAt: null,
    supersededBy: null,
  };
}

/** The numbers for which somebody answers, from that day on: all of these, and no others. */
export interface Scope {
  workspaceId: string;
  since: CalendarDay;
  /** They are no judge of their own numbers. */
  answererId: string;
  /** Metrics that are theirs. */
  owned: string[];
  /** Members whose nearest manager who is here they are. */
  reports: string[];
  /** Metrics without a data owner who is here: there they answer for their reports. */
  unowned: string[];
  /** Reports who are data owners, and of what: of their own numbers in it they are no judges. */
  ownedByReports: { memberId: string; metricKeys: string[] }[];
}

/** Values of metrics that need verification of which nobody said anything yet, the oldest first. */
export async function findUnverified(
  db: Transaction,
  { workspaceId, since, answererId, owned, reports, unowned, ownedByReports }: Scope,
): Promise<NumberValue[]> {
  const rows = await db.observation.findMany({
    where: {
      ...standing(workspaceId, since),
      OR: [
        { metricKey: { in: owned }, memberId: { not: answererId } },
        { memberId: { in: reports }, metricKey: { in: unowned } },
        ...ownedByReports.map(({ memberId, metricKeys }) => ({ memberId, metricKey: { in: metricKeys } })),
      ],
      definition: { needsVerification: true },
      verdicts: { none: { kind: { not: 'left_open' } } },
    },
    select: asNumber,
    orderBy: [{ periodOn: 'asc' }, { id: 'asc' }],
    take: 1000,
  });
  return rows.flatMap(toNumber);
}

/** Members and metrics of which more than one source speaks; what people typed is one. */
export async function findManySourced(
  db: Transaction,
  { workspaceId, since, answererId, owned, reports, unowned, ownedByReports }: Scope,
): Promise<{ memberId: string; metricKey: string }[]> {
  const pairs = ownedByReports.flatMap(({ memberId, metricKeys }) => metricKeys.map((key) => ({ memberId, key })));
  return db.$queryRaw<{ memberId: string; metricKey: string }[]>`
    select "memberId", "metricKey" from "Observation"
     where "workspaceId" = ${workspaceId} and "periodOn" >= ${toDatabaseDate(since)}::date
       and (("metricKey" = any(${owned}) and "memberId" <> ${answererId})
            or ("memberId" = any(${reports}) and "metricKey" = any(${unowned}))
            or ("memberId", "metricKey") in (
              select * from unnest(${pairs.map(({ memberId }) => memberId)}::text[], ${pairs.map(({ key }) => key)}::text[])
            ))
       and value is not null and "withdrawnAt" is null and dimensions = '{}'::jsonb
     group by "memberId", "metricKey"
    having count(distinct case when source in ('check-in', 'progress') then '' else source end) > 1
     order by "memberId", "metricKey"
     limit 200`;
}

/** A value that stands, as it is compared with others: with its lineage, its definition and its state. */
export type StandingNumber = NumberValue & Value & { tolerancePercent: string | null };

/** Every value of these members that nothing superseded or withdrew, the oldest first. Challenges are not looked at. */
export async function findStandingNumbers(
  db: Transaction,
  { workspaceId, memberIds, since }: { workspaceId: string; memberIds: string[]; since: CalendarDay },
): Promise<StandingNumber[]> {
  const rows = await db.observation.findMany({
    where: { ...standing(workspaceId, since), memberId: { in: memberIds } },
    select: {
      ...asNumber,
      definitionVersion: true,
      definition: {
        select: {
          ...asNumber.definition.select,
          aggregation: true,
          direction: true,
          needsVerification: true,
          tolerancePercent: true,
        },
      },
      verdicts: {
        where: { kind: { not: 'left_open' } },
        orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { kind: true },
      },
    },
    orderBy: [{ periodOn: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ verdicts, definitionVersion: version, ...row }) => {
    const [verdict] = verdicts;
    const kind = verdict && verdict.kind !== 'left_open' ? verdict.kind : null;
    const state = stateOf({ isWithdrawn: false, isSuperseded: false, isChallenged: false, verdict: kind });
    const { aggregation, direction, needsVerification, tolerancePercent } = row.definition;
    const more = { version, state, aggregation, direction, needsVerification };
    return toNumber(row).map((number) => ({
      ...number,
      ...more,
      tolerancePercent: tolerancePercent?.toFixed() ?? null,
    }));
  });
}

export async function findNumbers(db: Transaction, workspaceId: string, ids: string[]): Promise<NumberValue[]> {
  const rows = await db.observation.findMany({
    where: { workspaceId, id: { in: ids } },
    select: asNumber,
    orderBy: [{ periodOn: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(toNumber);
}

/** Who still has no list of this week, of those who may have to answer for something. */
export async function findWithoutDelivery(
  db: Transaction,
  { workspaceId, kind, occurrences }: { workspaceId: string; kind: string; occurrences: string[] },
): Promise<Set<string>> {
  const rows = await db.delivery.findMany({
    where: { workspaceId, kind, occurrence: { in: occurrences } },
    select: { occurrence: true },
  });
  const there = new Set(rows.map(({ occurrence }) => occurrence));
  return new Set(occurrences.filter((occurrence) => !there.has(occurrence)));
}

/**
 * Whether this week's lists have still to be planned: somebody may have to answer for something, and nobody has a list yet,
 * or a data owner has none. Asked every minute, so that whoever is here is only read when it matters.
 */
export async function areListsMissing(
  db: Transaction,
  { workspaceId, kind, week }: { workspaceId: string; kind: string; week: CalendarDay },
): Promise<boolean> {
  const [found] = await db.$queryRaw<{ isNeeded: boolean; isBegun: boolean; isOwnerMissing: boolean }[]>`
    with latest as (
      select distinct on ("metricKey") "dataOwnerId", "needsVerification" from "MetricDefinition"
       where "workspaceId" = ${workspaceId} order by "metricKey", version desc
    ), list as (
      select occurrence from "Delivery"
       where "workspaceId" = ${workspaceId} and kind = ${kind} and occurrence like ${`${week}@%`}
    )
    select exists (select from latest where "dataOwnerId" is not null or "needsVerification") as "isNeeded",
           exists (select from list) as "isBegun",
           exists (
             select from latest
               join "Member" owner on owner."workspaceId" = ${workspaceId} and owner.id = latest."dataOwnerId"
                    and owner."deactivatedAt" is null and owner.kind <> 'bot'
              where not exists (select from list where list.occurrence = ${`${week}@`} || owner.id)
           ) as "isOwnerMissing"`;
  return found?.isNeeded === true && (!found.isBegun || found.isOwnerMissing);
}
