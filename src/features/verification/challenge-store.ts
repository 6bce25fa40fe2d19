import type { Prisma } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId, lockRow } from '../../platform/storage/lock-row.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import { type EvidenceFile, storedEvidenceFile } from '../observations/evidence-file.ts';

export interface Challenge {
  id: string;
  workspaceId: string;
  /** The value that the challenger saw. */
  observationId: string;
  memberId: string;
  metricKey: string;
  on: CalendarDay;
  source: string;
  challengerId: string;
  reason: string;
  evidenceUrl: string | null;
  evidenceFile: EvidenceFile | null;
  challengedAt: Date;
  answer: 'upheld' | 'corrected' | 'withdrawn' | null;
  answerReason: string | null;
  answeredById: string | null;
  answeredAt: Date | null;
}

function toChallenge({ periodOn, ...stored }: Prisma.ChallengeGetPayload<object>): Challenge {
  const { evidenceFileId: _id, evidenceFileName: _name, evidenceFileBytes: _bytes, ...row } = stored;
  return { ...row, on: fromDatabaseDate(periodOn), evidenceFile: storedEvidenceFile(stored) };
}

/** Held until the transaction ends: of two who challenge one value, the second sees the challenge of the first. */
export async function lockNumber(transaction: Transaction, workspaceId: string, observationId: string): Promise<void> {
  await lockRow(transaction, 'Observation', { workspaceId, id: observationId });
}

export async function findOpenChallengeOf(
  db: Transaction,
  number: { workspaceId: string; memberId: string; metricKey: string; on: CalendarDay; source: string },
): Promise<Challenge | undefined> {
  const { on, ...rest } = number;
  const row = await db.challenge.findFirst({ where: { ...rest, periodOn: toDatabaseDate(on), answer: null } });
  return row ? toChallenge(row) : undefined;
}

export async function insertChallenge(
  transaction: Transaction,
  { on, evidenceFile, ...challenge }: Omit<Challenge, 'id' | 'answer' | 'answerReason' | 'answeredById' | 'answeredAt'>,
): Promise<string> {
  const file = evidenceFile && {
    evidenceFileId: evidenceFile.id,
    evidenceFileName: evidenceFile.name,
    evidenceFileBytes: evidenceFile.bytes,
  };
  const data = { ...challenge, ...file, periodOn: toDatabaseDate(on) };
  return (await transaction.challenge.create({ data, select: { id: true } })).id;
}

export async function findChallenge(db: Transaction, workspaceId: string, id: string): Promise<Challenge | undefined> {
  if (!isRowId(id)) return undefined;
  const row = await db.challenge.findFirst({ where: { workspaceId, id } });
  return row ? toChallenge(row) : undefined;
}

export async function lockChallenge(
  transaction: Transaction,
  workspaceId: string,
  id: string,
): Promise<Challenge | undefined> {
  return (await lockRow(transaction, 'Challenge', { workspaceId, id }))
    ? findChallenge(transaction, workspaceId, id)
    : undefined;
}

export async function findOpenChallenges(db: Transaction, workspaceId: string): Promise<Challenge[]> {
  const rows = await db.challenge.findMany({
    where: { workspaceId, answeredAt: null },
    orderBy: [{ challengedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toChallenge);
}

/**
 * The value in the challenged one's place now, through all its corrections. Others may stand beside it on the same day.
 * Undefined where it was taken back meanwhile.
 */
export async function findStandingOf(
  db: Transaction,
  { workspaceId, observationId }: Pick<Challenge, 'workspaceId' | 'observationId'>,
): Promise<string | undefined> {
  const [standing] = await db.$queryRaw<{ id: string }[]>`
    with recursive chain as (
      select id, value, "withdrawnAt" from "Observation"
       where "workspaceId" = ${workspaceId} and id = ${observationId}::uuid
      union all
      select later.id, later.value, later."withdrawnAt"
        from chain join "Observation" later on later."supersedesId" = chain.id
    )
    select id from chain
     where value is not null and "withdrawnAt" is null
       and not exists (select from "Observation" later where later."supersedesId" = chain.id)`;
  return standing?.id;
}

export async function saveAnswer(
  transaction: Transaction,
  answer: { id: string; answer: NonNullable<Challenge['answer']>; reason: string; answeredById: string; now: Date },
): Promise<void> {
  const { id, answer: came, reason: answerReason, answeredById, now: answeredAt } = answer;
  await transaction.challenge.update({ where: { id }, data: { answer: came, answerReason, answeredById, answeredAt } });
}

/** Challenges, or answers to them, since then that nobody was told of. */
export async function findUntold(
  db: Transaction,
  {
    workspaceId,
    kind,
    about,
    since,
  }: { workspaceId: string; kind: string; about: 'challenge' | 'answer'; since: Date },
): Promise<Challenge[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select challenge.id from "Challenge" challenge
     where challenge."workspaceId" = ${workspaceId}
       and case when ${about} = 'answer' then challenge."answeredAt" else challenge."challengedAt" end >= ${since}
       and not exists (
         select from "Delivery" told where told."workspaceId" = challenge."workspaceId" and told.kind = ${kind}
            and told.occurrence = challenge.id::text
       )
     order by challenge.id`;
  const found = await db.challenge.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  });
  return found.map(toChallenge);
}
