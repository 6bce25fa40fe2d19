import type { Prisma } from '../../platform/storage/client/client.ts';
import { fromDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { NumberValue } from './waiting.ts';

/** What is read of an observation and its definition to show it with its lineage. */
export const asNumber = {
  id: true,
  memberId: true,
  metricKey: true,
  periodOn: true,
  value: true,
  source: true,
  evidenceUrl: true,
  note: true,
  recordedById: true,
  recordedAt: true,
  definition: {
    select: { name: true, frequency: true, unit: true, format: true, scaleFrom: true, scaleTo: true },
  },
} satisfies Prisma.ObservationSelect;

/** None where there is "no value". */
export function toNumber(row: Prisma.ObservationGetPayload<{ select: typeof asNumber }>): NumberValue[] {
  const { definition, periodOn, value, ...rest } = row;
  const { name: metricName, frequency, unit, format, scaleFrom, scaleTo } = definition;
  if (value === null) return [];
  const scale = { scaleFrom: scaleFrom?.toFixed() ?? null, scaleTo: scaleTo?.toFixed() ?? null };
  const measure = { unit, format, ...scale, frequency };
  return [{ ...rest, ...measure, metricName, on: fromDatabaseDate(periodOn), value: value.toFixed() }];
}
