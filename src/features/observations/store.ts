import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Measure } from '../metrics/metric.ts';
import { toMeasure } from '../metrics/stored-definition.ts';

/** The keys of every metric that was ever observed of a member, by key. */
export async function findObservedKeys(db: Transaction, workspaceId: string, memberId: string): Promise<string[]> {
  const rows = await db.observation.groupBy({
    by: ['metricKey'],
    where: { workspaceId, memberId },
    orderBy: { metricKey: 'asc' },
  });
  return rows.map(({ metricKey }) => metricKey);
}

const measure = { unit: true, format: true, scaleFrom: true, scaleTo: true } as const;

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
