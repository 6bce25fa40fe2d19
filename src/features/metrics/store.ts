import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Measure, Metric } from './metric.ts';
import { toMeasure, toMetric } from './stored-definition.ts';

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

const measure = { unit: true, format: true, scaleFrom: true, scaleTo: true } as const;
/** Every metric that is asked of a member or was ever observed of them, by key. */
export async function findMetricKeysOfMember(
  db: Transaction,
  workspaceId: string,
  memberId: string,
): Promise<string[]> {
  const asked = (await findMetricsOfMembers(db, workspaceId, [memberId])).get(memberId) ?? [];
  const observed = await db.observation.groupBy({ by: ['metricKey'], where: { workspaceId, memberId } });
  const keys = [...asked.map(({ key }) => key), ...observed.map(({ metricKey }) => metricKey)];
  return [...new Set(keys)].sort();
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

/** The last word on each metric of one check-in: "no value this time" included, and what was taken back. */
export async function findLatestOfCheckIn(
  db: Transaction,
  checkInId: string,
): Promise<(StandingValue & { withdrawnAt: Date | null })[]> {
  const rows = await db.observation.findMany({
    where: { checkInId, supersededBy: null },
    select: {
      id: true,
      metricKey: true,
      value: true,
      withdrawnAt: true,
      definition: { select: { name: true, ...measure } },
    },
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
  evidenceUrl?: string | null;
  note?: string | null;
  checkInId: string | null;
  recordedById: string;
  recordedAt: Date;
  supersedesId: string | null;
}
