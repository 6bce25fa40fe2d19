import type { Prisma } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
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
  if (!(await lockRow(transaction, 'Observation', { workspaceId, id }))) return undefined;
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

/** Whom a value goes back to, and when they are told. */
export async function insertReturn(
  transaction: Transaction,
  { returnedTo, ...verdict }: Prisma.VerdictUncheckedCreateInput & { workspaceId: string; returnedTo: string[] },
): Promise<void> {
  const { id: verdictId, workspaceId } = await transaction.verdict.create({ data: verdict });
  await transaction.returnedTo.createMany({
    data: returnedTo.map((memberId) => ({ verdictId, workspaceId, memberId })),
  });
}

/** Whom something was returned to by then, without a note that tells them of it. */
export async function findReturnsToTell(
  db: Transaction,
  { workspaceId, before }: { workspaceId: string; before: Date },
): Promise<string[]> {
  const rows = await db.returnedTo.findMany({
    where: { workspaceId, tellAt: null, verdict: { givenAt: { lte: before } } },
    distinct: ['memberId'],
    select: { memberId: true },
    orderBy: { memberId: 'asc' },
  });
  return rows.map(({ memberId }) => memberId);
}

export async function saveTellAt(
  transaction: Transaction,
  { tellAt, ...to }: { workspaceId: string; memberId: string; tellAt: Date },
): Promise<boolean> {
  const told = await transaction.returnedTo.updateMany({ where: { ...to, tellAt: null }, data: { tellAt } });
  return told.count > 0;
}

export interface Returned {
  number: NumberValue;
  reason: string;
  givenById: string;
}

/** What this person was told at that moment; what was corrected, taken back or verified since is not waiting any more. */
export async function findReturned(
  db: Transaction,
  { workspaceId, memberId, tellAt }: { workspaceId: string; memberId: string; tellAt: Date },
): Promise<Returned[]> {
  const rows = await db.verdict.findMany({
    where: {
      workspaceId,
      returnedTo: { some: { memberId, tellAt } },
      observation: { withdrawnAt: null, supersededBy: null },
    },
    select: { reason: true, givenById: true, observation: { select: { ...asNumber, verdicts: lastWord } } },
    orderBy: [{ givenAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ reason, givenById, observation: { verdicts, ...observation } }) => {
    if (verdicts.some(({ kind }) => kind !== 'returned')) return [];
    return toNumber(observation).map((number) => ({ number, reason: reason ?? '', givenById }));
  });
}

const lastWord = {
  where: { kind: { not: 'left_open' } },
  orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
  take: 1,
  select: { kind: true },
} as const satisfies Prisma.Observation$verdictsArgs;
