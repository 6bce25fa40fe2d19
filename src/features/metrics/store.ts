import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Measure, Metric } from './metric.ts';
import { toMeasure, toMetric } from './stored-definition.ts';
import type { Value } from './trend.ts';
import { stateOf } from './usable-value.ts';
import { findSaid } from './value-facts-store.ts';

const inForce = { orderBy: { version: 'desc' }, take: 1 } as const;

/** The metrics of the role that each member has, in the order in which they are asked. */
export async function findMetricsOfMembers(
  db: Transaction,
  workspaceId: string,
  memberIds: string[],
): Promise<Map<string, Metric[]>> {
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: memberIds } },
    select: { id: true, roleKey: true },
  });
  const roleKeys = [...new Set(members.flatMap(({ roleKey }) => roleKey ?? []))];
  const rows = await db.roleMetric.findMany({
    where: { workspaceId, roleKey: { in: roleKeys }, metric: { retiredAt: null } },
    include: { metric: { include: { definitions: inForce } } },
    orderBy: { position: 'asc' },
  });
  const ofRole = Map.groupBy(rows, ({ roleKey }) => roleKey);
  return new Map(
    members.map(({ id, roleKey }) => [
      id,
      (ofRole.get(roleKey ?? '') ?? []).flatMap(({ metric }) => metric.definitions.map(toMetric)),
    ]),
  );
}

export interface ValuesQuery {
  workspaceId: string;
  memberIds: string[];
  from: CalendarDay;
  /** Inclusive. */
  to: CalendarDay;
}

const measure = { unit: true, format: true, scaleFrom: true, scaleTo: true } as const;
const asValued = {
  ...measure,
  aggregation: true,
  frequency: true,
  needsVerification: true,
  tolerancePercent: true,
} as const;

/** A value with what it is of. */
export interface FoundValue {
  id: string;
  memberId: string;
  metricKey: string;
  /** Of its definition. */
  tolerancePercent: string | null;
  value: Value;
}

/**
 * Values that nothing superseded, by member and metric, oldest first, each with its state; "no value" is not among them.
 * Of metrics that are broken down by dimensions, only what stands for the whole.
 */
export async function findValues(
  db: Transaction,
  { workspaceId, memberIds, from, to }: ValuesQuery,
): Promise<FoundValue[]> {
  const rows = await db.observation.findMany({
    where: {
      workspaceId,
      memberId: { in: memberIds },
      periodOn: { gte: toDatabaseDate(from), lte: toDatabaseDate(to) },
      value: { not: null },
      dimensions: { equals: {} },
      supersededBy: null,
    },
    select: {
      id: true,
      memberId: true,
      metricKey: true,
      periodOn: true,
      value: true,
      source: true,
      withdrawnAt: true,
      definitionVersion: true,
      definition: { select: asValued },
    },
    orderBy: [{ periodOn: 'asc' }, { id: 'asc' }],
  });
  const said = await findSaid(db, { workspaceId, memberIds, from, to });
  return rows.flatMap(({ id, memberId, metricKey, value, definition: { tolerancePercent, ...definition }, ...row }) => {
    if (value === null) return [];
    const { source, periodOn, definitionVersion: version } = row;
    const state = stateOf({
      isWithdrawn: row.withdrawnAt !== null,
      isSuperseded: false,
      verdict: said.verdictOn(id),
      isChallenged: said.isChallenged({ memberId, metricKey, periodOn, source }),
    });
    const found = { on: fromDatabaseDate(periodOn), value: value.toFixed(), version, state, source };
    const whole = { ...definition, ...toMeasure(definition), ...found };
    return [{ id, memberId, metricKey, tolerancePercent: tolerancePercent?.toFixed() ?? null, value: whole }];
  });
}

/** The definitions in force of these metrics, retired ones included: what was measured once stays on record. */
export async function findDefinitions(db: Transaction, workspaceId: string, keys: string[]): Promise<Metric[]> {
  const rows = await db.metric.findMany({
    where: { workspaceId, key: { in: keys } },
    include: { definitions: inForce },
    orderBy: { key: 'asc' },
  });
  return rows.flatMap(({ definitions }) => definitions.map(toMetric));
}

/** With the name and measure of the definition under which it was given. */
export interface StandingValue extends Measure {
  id: string;
  metricKey: string;
  name: string;
  value: string | null;
}

/** What stands for one check-in, "no value this time" included. */
export async function findStandingOfCheckIn(db: Transaction, checkInId: string): Promise<StandingValue[]> {
  const rows = await db.observation.findMany({
    where: { checkInId, supersededBy: null },
    select: { id: true, metricKey: true, value: true, definition: { select: { name: true, ...measure } } },
  });
  return rows.map(({ value, definition, ...row }) => ({
    ...row,
    ...toMeasure(definition),
    name: definition.name,
    value: value?.toFixed() ?? null,
  }));
}

export async function insertObservations(db: Transaction, rows: Observation[]): Promise<void> {
  await db.observation.createMany({
    data: rows.map(({ periodOn, ...row }) => ({ ...row, periodOn: toDatabaseDate(periodOn) })),
  });
}

export interface Observation {
  workspaceId: string;
  memberId: string;
  metricKey: string;
  definitionVersion: number;
  periodOn: CalendarDay;
  value: string | null;
  source: string;
  checkInId: string | null;
  recordedById: string;
  recordedAt: Date;
  supersedesId: string | null;
}
