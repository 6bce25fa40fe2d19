import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, toDatabaseDate } from '../../platform/time/calendar-day.ts';

interface Numbers {
  workspaceId: string;
  changed: readonly { memberId: string; metricKey: string }[];
  since: Date;
}

/** Those of these numbers that a list of what waits may show, or showed; with who challenged them, where somebody did. */
export function findListable(
  db: Transaction,
  { workspaceId, changed, since, differingSince }: Numbers & { differingSince: CalendarDay },
): Promise<{ memberId: string; metricKey: string; challengerId: string | null }[]> {
  return db.$queryRaw`
    select distinct changed."memberId", changed."metricKey", challenge."challengerId"
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as changed ("memberId" text, "metricKey" text)
      left join "Challenge" challenge
        on challenge."workspaceId" = ${workspaceId} and challenge."memberId" = changed."memberId"
           and challenge."metricKey" = changed."metricKey"
           and (challenge."answeredAt" is null or challenge."answeredAt" >= ${since})
     where challenge.id is not null
        or exists (select from "MetricDefinition" definition
                    where definition."workspaceId" = ${workspaceId} and definition."metricKey" = changed."metricKey"
                      and definition."needsVerification")
        or (select count(distinct case when source in ('check-in', 'progress') then '' else source end) > 1
              from "Observation" value
             where value."workspaceId" = ${workspaceId} and value."memberId" = changed."memberId"
               and value."metricKey" = changed."metricKey"
               and value."periodOn" >= ${toDatabaseDate(differingSince)}::date)`;
}

/** The notes since then that told of returned values among these numbers. */
export function findNotesOf(
  db: Transaction,
  { workspaceId, changed, since }: Numbers,
): Promise<{ memberId: string; tellAt: Date }[]> {
  return db.$queryRaw`
    select distinct returned."memberId", returned."tellAt"
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as changed ("memberId" text, "metricKey" text)
      join "Verdict" verdict on verdict."workspaceId" = ${workspaceId} and verdict."memberId" = changed."memberId"
      join "Observation" value on value.id = verdict."observationId" and value."metricKey" = changed."metricKey"
      join "ReturnedTo" returned on returned."verdictId" = verdict.id
     where returned."tellAt" >= ${since}`;
}

/** Challenges of these numbers that are open, or were made or answered since then. */
export async function findChallengesOf(db: Transaction, { workspaceId, changed, since }: Numbers): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select distinct challenge.id
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as changed ("memberId" text, "metricKey" text)
      join "Challenge" challenge
        on challenge."workspaceId" = ${workspaceId} and challenge."memberId" = changed."memberId"
           and challenge."metricKey" = changed."metricKey"
     where challenge."answeredAt" is null or challenge."answeredAt" >= ${since}`;
  return rows.map(({ id }) => id);
}
