import { z } from 'zod';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId, lockRow } from '../../platform/storage/lock-row.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import { CAPACITIES, type Plan, type PlanItem, type PlanVersion } from './plan.ts';
import { stepSchema } from './step.ts';

const wholeVersion = {
  items: { include: { definition: true }, orderBy: { position: 'asc' } },
  signers: { orderBy: { memberId: 'asc' } },
} as const;
const wholePlan = { versions: { include: wholeVersion, orderBy: { version: 'asc' } } } as const;

interface PlansQuery {
  workspaceId: string;
  memberIds: string[];
  /** Only plans of which a version has a day in this time. */
  time?: { from: CalendarDay; to: CalendarDay };
}

/** The plans of these members with every version, the one that began first first. */
export async function findPlans(db: Transaction, { workspaceId, memberIds, time }: PlansQuery): Promise<Plan[]> {
  const inTime = time && {
    some: { periodFrom: { lte: toDatabaseDate(time.to) }, periodTo: { gte: toDatabaseDate(time.from) } },
  };
  const rows = await db.plan.findMany({
    where: { workspaceId, memberId: { in: memberIds }, ...(inTime && { versions: inTime }) },
    include: wholePlan,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(toPlan).toSorted(byBeginning);
}

export async function findPlan(db: Transaction, workspaceId: string, id: string): Promise<Plan | undefined> {
  if (!isRowId(id)) return undefined;
  const row = await db.plan.findUnique({ where: { id, workspaceId }, include: wholePlan });
  return row ? toPlan(row)[0] : undefined;
}

/** The plans of which somebody is, or was, to sign a version as a partner. */
export async function findPlanIdsOfSigner(db: Transaction, workspaceId: string, memberId: string): Promise<string[]> {
  const rows = await db.planSigner.findMany({
    where: { workspaceId, memberId },
    select: { planId: true },
    distinct: ['planId'],
  });
  return rows.map(({ planId }) => planId);
}

/** Holds the plan until the transaction ends: versions and signatures come one after the other. */
export async function lockPlan(db: Transaction, workspaceId: string, id: string): Promise<Plan | undefined> {
  if (!(await lockRow(db, 'Plan', { workspaceId, id }))) return undefined;
  return findPlan(db, workspaceId, id);
}

export async function insertPlan(
  db: Transaction,
  { workspaceId, memberId, now: createdAt }: { workspaceId: string; memberId: string; now: Date },
): Promise<string> {
  const { id } = await db.plan.create({ data: { workspaceId, memberId, createdAt } });
  return id;
}

export type NewVersion = Omit<PlanVersion, 'memberId' | 'agreedAt' | 'items'> & {
  items: Pick<
    PlanItem,
    'metricKey' | 'definitionVersion' | 'weight' | 'threshold' | 'target' | 'cap' | 'capCredit' | 'steps' | 'reason'
  >[];
};

export async function insertVersion(db: Transaction, workspaceId: string, written: NewVersion): Promise<void> {
  const { planId, version, from, to, holdsFrom, reason, writtenById, writtenAt, items, signers } = written;
  const of = { planId, version, workspaceId };
  const time = { periodFrom: toDatabaseDate(from), periodTo: toDatabaseDate(to), holdsFrom: toDatabaseDate(holdsFrom) };
  await db.planVersion.create({ data: { ...of, ...time, reason, writtenById, writtenAt } });
  await db.planItem.createMany({
    // Named one by one: what else hangs on an item is none of the table's business.
    data: items.map(
      ({ metricKey, definitionVersion, weight, threshold, target, cap, capCredit, ...item }, position) => ({
        ...of,
        ...{ position, metricKey, definitionVersion, weight, threshold, target, cap, capCredit },
        ...{ steps: item.steps, reason: item.reason },
      }),
    ),
  });
  await db.planSigner.createMany({ data: signers.map((signer) => ({ ...of, ...signer })) });
}

export async function saveSignature(
  db: Transaction,
  { planId, version, memberId, now }: { planId: string; version: number; memberId: string; now: Date },
): Promise<void> {
  await db.planSigner.updateMany({ where: { planId, version, memberId, signedAt: null }, data: { signedAt: now } });
}

export async function saveAgreed(
  db: Transaction,
  { planId, version, now }: { planId: string; version: number; now: Date },
): Promise<void> {
  await db.planVersion.update({ where: { planId_version: { planId, version } }, data: { agreedAt: now } });
}

export async function saveSessionOpened(db: Transaction, id: string, now: Date): Promise<void> {
  await db.plan.update({ where: { id }, data: { sessionOpenedAt: now } });
}

type PlanRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(db: Transaction, id: string) {
  return db.plan.findUnique({ where: { id }, include: wholePlan });
}

/** None for a plan that has no version: its first is written in the transaction that makes it. */
function toPlan({ id, memberId, sessionOpenedAt, versions }: PlanRow): Plan[] {
  const [first, ...later] = versions.map((version) => toVersion(memberId, version));
  return first ? [{ id, memberId, sessionOpenedAt, versions: [first, ...later] }] : [];
}

function toVersion(memberId: string, row: PlanRow['versions'][number]): PlanVersion {
  const { periodFrom, periodTo, holdsFrom, items, signers, workspaceId: _, ...rest } = row;
  return {
    ...rest,
    memberId,
    from: fromDatabaseDate(periodFrom),
    to: fromDatabaseDate(periodTo),
    holdsFrom: fromDatabaseDate(holdsFrom),
    items: items.map(toItem),
    signers: signers
      .map(({ memberId: id, capacity, signedAt }) => ({ memberId: id, capacity, signedAt }))
      .toSorted((one, other) => CAPACITIES.indexOf(one.capacity) - CAPACITIES.indexOf(other.capacity)),
  };
}

function toItem({ definition, steps, ...row }: PlanRow['versions'][number]['items'][number]): PlanItem {
  const { name, meaning, unit, format, direction, timing, source, aggregation, frequency } = definition;
  const { metricKey, definitionVersion, reason } = row;
  return {
    ...{ metricKey, definitionVersion, reason },
    ...{ name, meaning, unit, format, direction, timing, source, aggregation, frequency },
    scaleFrom: definition.scaleFrom?.toFixed() ?? null,
    scaleTo: definition.scaleTo?.toFixed() ?? null,
    weight: row.weight.toFixed(),
    threshold: row.threshold.toFixed(),
    target: row.target.toFixed(),
    cap: row.cap?.toFixed() ?? null,
    capCredit: row.capCredit.toFixed(),
    steps: z.array(stepSchema).parse(steps),
  };
}

function byBeginning(one: Plan, other: Plan): number {
  const [a, b] = [one, other].map(({ versions }) => versions.at(-1)?.from ?? ('' as CalendarDay));
  return (a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? ''));
}
