import type { Transaction } from '../../platform/storage/database.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { toDatabaseDate } from '../../platform/time/calendar-day.ts';
import { toMeasure } from '../metrics/stored-definition.ts';
import type { Value } from './trend.ts';
import { stateOf, type ValueFacts } from './usable-value.ts';

export interface ValuesQuery {
  workspaceId: string;
  memberIds: string[];
  from: CalendarDay;
  /** Inclusive. */
  to: CalendarDay;
}

/** One member's values of one metric, oldest first, each with its state. */
export interface ValueSeries {
  memberId: string;
  metricKey: string;
  /** Of the latest definition among them. */
  tolerancePercent: string | null;
  values: Value[];
}

interface Row {
  memberId: string;
  metricKey: string;
  /** A line for each value, its fields parted by tabs. */
  lines: string;
}

/**
 * Values that nothing superseded; "no value" is not among them. Of metrics that are broken down by dimensions, only what
 * stands for the whole.
 *
 * A manager reads ten thousand of them at once. They come as one text for each member and metric: with a row for each,
 * most of the time would go into unpacking rows.
 */
export async function findValues(
  db: Transaction,
  { workspaceId, memberIds, from, to }: ValuesQuery,
): Promise<ValueSeries[]> {
  const [first, last] = [toDatabaseDate(from), toDatabaseDate(to)];
  // A challenge is of the number: whatever stands in the place of the challenged value is as open to doubt.
  const rows = await db.$queryRaw<Row[]>`
    with superseded as materialized (
      select "supersedesId" as id from "Observation"
       where "workspaceId" = ${workspaceId} and "memberId" = any(${memberIds}) and "supersedesId" is not null
    ), verdict as materialized (
      select distinct on ("observationId") "observationId", kind from "Verdict"
       where "workspaceId" = ${workspaceId} and "memberId" = any(${memberIds}) and kind <> 'left_open'
       order by "observationId", "givenAt" desc, id desc
    ), challenged as materialized (
      select distinct "memberId", "metricKey", "periodOn", source from "Challenge"
       where "workspaceId" = ${workspaceId} and "memberId" = any(${memberIds}) and answer is null
    )
    select o."memberId", o."metricKey",
           string_agg(
             concat_ws(E'\t', o."periodOn", o."definitionVersion", trim_scale(o.value), o.source,
                       o."withdrawnAt" is not null, c."memberId" is not null, verdict.kind),
             E'\n' order by o."periodOn", o.id
           ) as lines
      from "Observation" o
      left join verdict on verdict."observationId" = o.id
      left join challenged c on c."memberId" = o."memberId" and c."metricKey" = o."metricKey"
            and c."periodOn" = o."periodOn" and c.source = o.source
     where o."workspaceId" = ${workspaceId} and o."memberId" = any(${memberIds})
       and o."periodOn" between ${first}::date and ${last}::date
       and o.value is not null and o.dimensions = '{}' and not exists (select from superseded s where s.id = o.id)
     group by o."memberId", o."metricKey"`;
  const valuedBy = await findValuedBy(db, workspaceId, [...new Set(rows.map(({ metricKey }) => metricKey))]);
  return rows.map(({ memberId, metricKey, lines }) => {
    const versions = valuedBy.get(metricKey) ?? new Map<string, ValuedBy>();
    const values = lines.split('\n').flatMap((line) => readLine(line, versions));
    const latest = versions.get(String(Math.max(...values.map(({ version }) => version))));
    return { memberId, metricKey, tolerancePercent: latest?.tolerancePercent ?? null, values };
  });
}

/** What a value takes from the definition under which it was given. */
type ValuedBy = Awaited<ReturnType<typeof findDefinitionsOf>>[number];

function readLine(line: string, versions: ReadonlyMap<string, ValuedBy>): Value[] {
  const [on = '', version = '', value = '', source = '', isWithdrawn, isChallenged, verdict] = line.split('\t');
  const definition = versions.get(version);
  if (!definition) return [];
  const state = stateOf({
    isWithdrawn: isWithdrawn === 't',
    isSuperseded: false,
    isChallenged: isChallenged === 't',
    verdict: (verdict ?? null) as ValueFacts['verdict'],
  });
  return [{ ...definition.valued, on: on as CalendarDay, value, source, state }];
}

async function findValuedBy(
  db: Transaction,
  workspaceId: string,
  keys: string[],
): Promise<Map<string, Map<string, ValuedBy>>> {
  const ofMetric = Map.groupBy(await findDefinitionsOf(db, workspaceId, keys), ({ metricKey }) => metricKey);
  return new Map(
    [...ofMetric].map(([key, versions]) => [key, new Map(versions.map((one) => [String(one.valued.version), one]))]),
  );
}

async function findDefinitionsOf(db: Transaction, workspaceId: string, keys: string[]) {
  const rows = await db.metricDefinition.findMany({ where: { workspaceId, metricKey: { in: keys } } });
  return rows.map((row) => {
    const { metricKey, version, aggregation, frequency, direction, needsVerification, tolerancePercent } = row;
    const valued = { ...toMeasure(row), aggregation, frequency, direction, needsVerification, version };
    return { metricKey, tolerancePercent: tolerancePercent?.toFixed() ?? null, valued };
  });
}
