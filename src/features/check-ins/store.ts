import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { TimeOfDay } from '../../platform/time/local-time.ts';
import type { Cadence, Occurrence } from './cadence.ts';
import { type CheckInAnswer, checkInAnswer } from './check-in-answer.ts';

export interface DefinedCadence extends Cadence {
  key: string;
  name: string;
  teamKeys: string[];
  definedAt: Date;
}

/** One occurrence for one member, with the latest version of their answer. */
export interface CheckIn {
  id: string;
  cadenceKey: string;
  cadenceName: string;
  memberId: string;
  memberIsActive: boolean;
  occursOn: CalendarDay;
  promptAt: Date;
  closesAt: Date;
  answeredAt: Date | null;
  answer: CheckInAnswer | null;
  answerVersion: number;
}

export async function findCadences(
  db: Transaction,
  workspaceId: string,
  only: { teamKey?: string } = {},
): Promise<DefinedCadence[]> {
  const rows = await db.cadence.findMany({
    where: {
      workspaceId,
      retiredAt: null,
      ...(only.teamKey !== undefined && { teams: { some: { teamKey: only.teamKey } } }),
    },
    include: { teams: { where: { team: { retiredAt: null } } } },
    orderBy: { key: 'asc' },
  });
  return rows.map(({ teams, startsOn, endsOn, pausedUntil, time, ...cadence }) => ({
    ...cadence,
    time: time as TimeOfDay,
    startsOn: fromDatabaseDate(startsOn),
    endsOn: endsOn && fromDatabaseDate(endsOn),
    pausedUntil: pausedUntil && fromDatabaseDate(pausedUntil),
    teamKeys: teams.map(({ teamKey }) => teamKey),
  }));
}

export async function findTimeZones(db: Transaction, workspaceId: string, teamKeys: string[]): Promise<string[]> {
  const rows = await db.member.findMany({
    where: { workspaceId, teamKey: { in: teamKeys }, deactivatedAt: null, kind: { not: 'bot' } },
    distinct: ['timeZone'],
    select: { timeZone: true },
    orderBy: { timeZone: 'asc' },
  });
  return rows.map(({ timeZone }) => timeZone);
}

/** Members of these teams who live in that zone, were there when the prompt fell due, and do not have it yet. */
export async function findMembersToAsk(
  db: Transaction,
  workspaceId: string,
  cadence: DefinedCadence,
  timeZone: string,
  occurrence: Occurrence,
): Promise<string[]> {
  const rows = await db.member.findMany({
    where: {
      workspaceId,
      teamKey: { in: cadence.teamKeys },
      timeZone,
      deactivatedAt: null,
      kind: { not: 'bot' },
      teamSince: { lte: occurrence.promptAt },
      checkIns: { none: { cadenceKey: cadence.key, periodOn: toDatabaseDate(occurrence.periodOn) } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** Opens what is not open yet; returns the ids of those that are new. */
export async function openCheckIns(
  db: Transaction,
  workspaceId: string,
  cadenceKey: string,
  memberIds: string[],
  occurrence: Occurrence,
): Promise<{ id: string; memberId: string }[]> {
  if (memberIds.length === 0) return [];
  const { periodOn, occursOn, ...instants } = occurrence;
  return db.checkIn.createManyAndReturn({
    data: memberIds.map((memberId) => ({
      workspaceId,
      cadenceKey,
      memberId,
      periodOn: toDatabaseDate(periodOn),
      occursOn: toDatabaseDate(occursOn),
      ...instants,
    })),
    skipDuplicates: true,
    select: { id: true, memberId: true },
  });
}

/** Takes the reminders that fell due: each is taken once, whoever asks. */
export async function takeDueReminders(
  db: Transaction,
  workspaceId: string,
  now: Date,
): Promise<{ id: string; memberId: string; remindAt: Date }[]> {
  const due = { workspaceId, answeredAt: null, remindAt: { lte: now }, closesAt: { gt: now } };
  const rows = await db.checkIn.findMany({
    where: due,
    select: { id: true, memberId: true, remindAt: true },
    orderBy: { id: 'asc' },
  });
  await db.checkIn.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { remindAt: null } });
  return rows.flatMap(({ remindAt, ...row }) => (remindAt ? [{ ...row, remindAt }] : []));
}

const withLatestAnswer = {
  cadence: { select: { name: true } },
  member: { select: { deactivatedAt: true } },
  answers: { orderBy: { version: 'desc' }, take: 1 },
} as const;

type CheckInRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(db: Transaction, workspaceId: string, id: string) {
  return db.checkIn.findUnique({ where: { id, workspaceId }, include: withLatestAnswer });
}

export async function findCheckIn(db: Transaction, workspaceId: string, id: string): Promise<CheckIn | undefined> {
  const row = await findRow(db, workspaceId, id);
  return row ? fromRow(row) : undefined;
}

export async function findCheckInOn(
  db: Transaction,
  { workspaceId, cadenceKey, memberId, occursOn }: CheckInName,
): Promise<CheckIn | undefined> {
  const row = await db.checkIn.findUnique({
    where: {
      workspaceId_cadenceKey_memberId_occursOn: {
        workspaceId,
        cadenceKey,
        memberId,
        occursOn: toDatabaseDate(occursOn),
      },
    },
    include: withLatestAnswer,
  });
  return row ? fromRow(row) : undefined;
}

/** Whatever day it falls on: a cadence asks a member once about each period. */
export async function findCheckInIdOfPeriod(
  db: Transaction,
  { workspaceId, cadenceKey, memberId, periodOn }: Omit<CheckInName, 'occursOn'> & { periodOn: CalendarDay },
): Promise<string | undefined> {
  const name = { workspaceId, cadenceKey, memberId, periodOn: toDatabaseDate(periodOn) };
  const row = await db.checkIn.findUnique({ where: { workspaceId_cadenceKey_memberId_periodOn: name } });
  return row?.id;
}

/** What makes one check-in that and no other. */
export interface CheckInName {
  workspaceId: string;
  cadenceKey: string;
  memberId: string;
  occursOn: CalendarDay;
}

/** Check-ins of these members whose day lies in the span, oldest first. */
export async function findCheckIns(
  db: Transaction,
  query: { workspaceId: string; memberIds: string[]; from: CalendarDay; to: CalendarDay },
): Promise<CheckIn[]> {
  const rows = await db.checkIn.findMany({
    where: {
      workspaceId: query.workspaceId,
      memberId: { in: query.memberIds },
      occursOn: { gte: toDatabaseDate(query.from), lte: toDatabaseDate(query.to) },
    },
    include: withLatestAnswer,
    orderBy: [{ occursOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Holds the check-in's row until the transaction ends, so that submissions of it come one after the other. */
export async function lockCheckIn(transaction: Transaction, id: string): Promise<void> {
  await transaction.$queryRaw`select 1 from "CheckIn" where id = ${id}::uuid for update`;
}

export async function insertAnswer(
  transaction: Transaction,
  input: { workspaceId: string; checkInId: string; version: number; answer: CheckInAnswer; now: Date },
): Promise<void> {
  const { workspaceId, checkInId, version, answer, now } = input;
  await transaction.checkInAnswer.create({
    data: { workspaceId, checkInId, version, submittedAt: now, form: answer, obstacle: answer.obstacle },
  });
  await transaction.checkIn.updateMany({ where: { id: checkInId, answeredAt: null }, data: { answeredAt: now } });
}

export async function findMember(db: Transaction, workspaceId: string, id: string) {
  return db.member.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true, timeZone: true, teamKey: true, teamSince: true },
  });
}

function fromRow(row: CheckInRow): CheckIn {
  const [latest] = row.answers;
  return {
    id: row.id,
    cadenceKey: row.cadenceKey,
    cadenceName: row.cadence.name,
    memberId: row.memberId,
    memberIsActive: row.member.deactivatedAt === null,
    occursOn: fromDatabaseDate(row.occursOn),
    promptAt: row.promptAt,
    closesAt: row.closesAt,
    answeredAt: row.answeredAt,
    answer: latest ? checkInAnswer.parse(latest.form) : null,
    answerVersion: latest?.version ?? 0,
  };
}
