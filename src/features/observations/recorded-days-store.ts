import type { Transaction } from '../../platform/storage/database.ts';
import { toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { ValuesQuery } from './values-store.ts';

/** On how many days of a span a member has a value of a metric. */
export interface RecordedDays {
  memberId: string;
  metricKey: string;
  days: number;
}

/** Counted where the values lie: a row for each member and metric comes back, however many values there are. */
export async function findRecordedDays(
  db: Transaction,
  { workspaceId, memberIds, from, to }: ValuesQuery,
): Promise<RecordedDays[]> {
  return await db.$queryRaw<RecordedDays[]>`
    select "memberId", "metricKey", count(distinct "periodOn")::int as days
      from "Observation"
     where "workspaceId" = ${workspaceId} and "memberId" = any(${memberIds})
       and "periodOn" between ${toDatabaseDate(from)}::date and ${toDatabaseDate(to)}::date
       and value is not null and "withdrawnAt" is null and dimensions = '{}'
     group by "memberId", "metricKey"`;
}
