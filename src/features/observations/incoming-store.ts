import type { Transaction } from '../../platform/storage/database.ts';
import type { ReadRow } from './observation-row.ts';

/** What becomes of a row, seen beside what is on record. */
export type RowOutcome =
  | 'inserted'
  | 'unchanged'
  | 'corrected'
  | 'same_key'
  | 'other_value'
  | 'changed_by_hand'
  | 'withdrawn';

/** A table of this transaction alone: rows wait in it until all were read. */
export async function openIncoming(transaction: Transaction, sender: { workspaceId: string; source: string }) {
  // One import of a source after the other: two that bring the same keys at once would trip over each other.
  await transaction.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`observations/${sender.workspaceId}/${sender.source}`}, 0))`;
  await transaction.$executeRaw`
    create temporary table incoming (
      at integer, id uuid, "memberId" text, "metricKey" text, "definitionVersion" integer, "on" date,
      value numeric(30, 10), key text, dimensions jsonb, "evidenceUrl" text, note text
    ) on commit drop`;
  await transaction.$executeRaw`
    create temporary table judged (
      at integer, id uuid, "memberId" text, "metricKey" text, "definitionVersion" integer, "on" date,
      value numeric(30, 10), key text, dimensions jsonb, "evidenceUrl" text, note text,
      "firstAt" integer, outcome text, "supersedesId" uuid, "sourceVersion" integer
    ) on commit drop`;
  const [clock] = await transaction.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`;
  return { startedAt: clock?.now ?? new Date(0) };
}

export async function insertIncoming(transaction: Transaction, rows: (ReadRow & { id: string })[]): Promise<void> {
  await transaction.$executeRaw`
    insert into incoming
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as row (
      at integer, id uuid, "memberId" text, "metricKey" text, "definitionVersion" integer, "on" date,
      value numeric(30, 10), key text, dimensions jsonb, "evidenceUrl" text, note text
    )`;
}

/**
 * Compares every row with what its source said last under its key. A value that was sent again is unchanged, even where
 * somebody corrected it since; another value corrects, unless somebody did so by hand.
 */
export async function judgeIncoming(
  transaction: Transaction,
  { workspaceId, source }: { workspaceId: string; source: string },
): Promise<Map<RowOutcome, number>> {
  await transaction.$executeRaw`analyze incoming`;
  await transaction.$executeRaw`
    insert into judged
    select incoming.at, incoming.id, incoming."memberId", incoming."metricKey", incoming."definitionVersion",
           incoming."on", incoming.value, incoming.key, incoming.dimensions, incoming."evidenceUrl", incoming.note,
           incoming."firstAt",
           case
             when incoming."firstAt" < incoming.at then 'same_key'
             when known.id is null then 'inserted'
             when known."memberId" <> incoming."memberId" or known."metricKey" <> incoming."metricKey"
               or known."periodOn" <> incoming."on" or known.dimensions <> incoming.dimensions then 'other_value'
             when known.value is not distinct from incoming.value
              and known.note is not distinct from incoming.note
              and known."evidenceUrl" is not distinct from incoming."evidenceUrl" then 'unchanged'
             when known."withdrawnAt" is not null then 'withdrawn'
             when exists (select from "Observation" later where later."supersedesId" = known.id) then 'changed_by_hand'
             else 'corrected'
           end,
           known.id, coalesce(known."sourceVersion", 0) + 1
      from (select *, min(at) over (partition by key) as "firstAt" from incoming) incoming
      left join lateral (
        select * from "Observation"
         where "workspaceId" = ${workspaceId} and source = ${source} and "sourceKey" = incoming.key
         order by "sourceVersion" desc
         limit 1
      ) known on true`;
  const counts = await transaction.$queryRaw<{ outcome: RowOutcome; count: number }[]>`
    select outcome, count(*)::integer as count from judged group by outcome`;
  return new Map(counts.map(({ outcome, count }) => [outcome, count]));
}

/** Rows in the order in which they came: of these outcomes, as many as asked for. */
export function findJudged(
  transaction: Transaction,
  { outcomes, most }: { outcomes: readonly RowOutcome[]; most: number },
): Promise<{ at: number; outcome: RowOutcome; firstAt: number }[]> {
  return transaction.$queryRaw`
    select at, outcome, "firstAt" from judged where outcome = any(${[...outcomes]}) order by at limit ${most}`;
}

/** Puts on record what is new, and what corrects. */
export async function applyJudged(
  transaction: Transaction,
  record: { workspaceId: string; source: string; reason: string; recordedById: string; now: Date },
): Promise<void> {
  const { workspaceId, source, reason, recordedById, now } = record;
  await transaction.$executeRaw`
    insert into "Observation" (id, "workspaceId", "memberId", "metricKey", "definitionVersion", "periodOn", value, source,
      "sourceKey", "sourceVersion", dimensions, "evidenceUrl", note, reason, "recordedById", "recordedAt", "supersedesId")
    select id, ${workspaceId}, "memberId", "metricKey", "definitionVersion", "on", value, ${source},
           key, "sourceVersion", dimensions, "evidenceUrl", note,
           case when outcome = 'corrected' then ${reason} end, ${recordedById}, ${now}::timestamptz, "supersedesId"
      from judged
     where outcome in ('inserted', 'corrected')
     order by at`;
}
