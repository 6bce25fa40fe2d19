import type { Transaction } from '../../platform/storage/database.ts';
import { toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { ValuesQuery } from './store.ts';
import type { ValueFacts } from './usable-value.ts';

/** What was said of values, to be asked value by value. */
export interface Said {
  verdictOn(observationId: string): ValueFacts['verdict'];
  /** Of a value's number: whatever stands in the place of the challenged one is as open to doubt. */
  isChallenged(value: Challenged): boolean;
}

interface Challenged {
  memberId: string;
  metricKey: string;
  periodOn: Date;
  source: string;
}

/** What was said of the values of these members in that span, in two queries however many they are. */
export async function findSaid(db: Transaction, { workspaceId, memberIds, from, to }: ValuesQuery): Promise<Said> {
  const [first, last] = [toDatabaseDate(from), toDatabaseDate(to)];
  const verdicts = await db.$queryRaw<{ observationId: string; kind: NonNullable<ValueFacts['verdict']> }[]>`
    select distinct on (verdict."observationId") verdict."observationId", verdict.kind::text as kind
      from "Observation" observation
      join "Verdict" verdict on verdict."observationId" = observation.id
     where observation."workspaceId" = ${workspaceId} and observation."memberId" = any(${memberIds})
       and observation."periodOn" between ${first}::date and ${last}::date
       and verdict.kind <> 'left_open'
     order by verdict."observationId", verdict."givenAt" desc, verdict.id desc`;
  const challenges = await db.challenge.findMany({
    where: { workspaceId, memberId: { in: memberIds }, periodOn: { gte: first, lte: last }, answer: null },
    select: { memberId: true, metricKey: true, periodOn: true, source: true },
  });
  const kinds = new Map(verdicts.map(({ observationId, kind }) => [observationId, kind]));
  const open = new Set(challenges.map(numberOf));
  return {
    verdictOn: (id) => kinds.get(id) ?? null,
    isChallenged: (value) => open.size > 0 && open.has(numberOf(value)),
  };
}

function numberOf({ memberId, metricKey, periodOn, source }: Challenged): string {
  return [memberId, metricKey, periodOn.getTime(), source].join(' ');
}
