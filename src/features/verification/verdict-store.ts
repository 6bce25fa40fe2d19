import type { Prisma } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { asNumber, toNumber } from './number-row.ts';
import type { NumberValue } from './waiting.ts';

/** Those of these values that were left to differ, with the reason that was given last. */
export async function findLeftOpen(db: Transaction, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.verdict.findMany({
    where: { observationId: { in: ids }, kind: 'left_open' },
    orderBy: { givenAt: 'asc' },
    select: { observationId: true, reason: true },
  });
  return new Map(rows.map(({ observationId, reason }) => [observationId, reason ?? '']));
}

interface StandingValue {
  id: string;
  memberId: string;
  metricKey: string;
  recordedById: string;
  /** The last that was said of it. */
  verdict: string | null;
}

/**
 * A value that nothing superseded or withdrew; undefined for any other. Held until the transaction ends, and read after
 * that: a statement that waits for a row sees what else was written meanwhile only in the next one.
 */
export async function lockStanding(
  transaction: Transaction,
  workspaceId: string,
  id: string,
): Promise<StandingValue | undefined> {
  await transaction.$queryRaw`
    select id from "Observation" where "workspaceId" = ${workspaceId} and id = ${id}::uuid for update`;
  const [value] = await transaction.$queryRaw<StandingValue[]>`
    select o.id, o."memberId", o."metricKey", o."recordedById",
           (select v.kind::text from "Verdict" v where v."observationId" = o.id and v.kind <> 'left_open'
             order by v."givenAt" desc, v.id desc limit 1) as verdict
      from "Observation" o
     where o."workspaceId" = ${workspaceId} and o.id = ${id}::uuid and o."withdrawnAt" is null
       and not exists (select from "Observation" later where later."supersedesId" = o.id)`;
  return value;
}

export async function insertVerdicts(
  transaction: Transaction,
  verdicts: Prisma.VerdictCreateManyInput[],
): Promise<void> {
  await transaction.verdict.createMany({ data: verdicts });
}

/** Whom something was returned to since, without a note that tells them of it. */
export async function findReturnsToTell(
  db: Transaction,
  { workspaceId, before }: { workspaceId: string; before: Date },
): Promise<string[]> {
  const rows = await db.verdict.groupBy({
    by: ['returnedTo'],
    where: { workspaceId, returnedTo: { not: null }, tellAt: null },
    _min: { givenAt: true },
    orderBy: { returnedTo: 'asc' },
  });
  return rows.flatMap(({ returnedTo, _min: { givenAt } }) =>
    returnedTo !== null && givenAt !== null && givenAt <= before ? [returnedTo] : [],
  );
}

export async function saveTellAt(
  transaction: Transaction,
  { workspaceId, returnedTo, tellAt }: { workspaceId: string; returnedTo: string; tellAt: Date },
): Promise<boolean> {
  const told = await transaction.verdict.updateMany({
    where: { workspaceId, returnedTo, tellAt: null },
    data: { tellAt },
  });
  return told.count > 0;
}

export interface Returned {
  number: NumberValue;
  reason: string;
  givenById: string;
}

/** What this person was told at that moment; what they corrected or took back since is not waiting any more. */
export async function findReturned(
  db: Transaction,
  { workspaceId, returnedTo, tellAt }: { workspaceId: string; returnedTo: string; tellAt: Date },
): Promise<Returned[]> {
  const rows = await db.verdict.findMany({
    where: { workspaceId, returnedTo, tellAt, observation: { withdrawnAt: null, supersededBy: null } },
    select: { reason: true, givenById: true, observation: { select: asNumber } },
    orderBy: [{ givenAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ reason, givenById, observation }) =>
    toNumber(observation).map((number) => ({ number, reason: reason ?? '', givenById })),
  );
}
