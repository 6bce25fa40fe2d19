import type { Excuse } from '../../platform/storage/client/enums.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { TimeOfDay } from '../../platform/time/local-time.ts';
import type { Cadence } from './cadence.ts';
import { type CheckInAnswer, checkInAnswer } from './check-in-answer.ts';

export interface DefinedCadence extends Cadence {
  key: string;
  name: string;
  teamKeys: string[];
  /** What fell due before is not owed. */
  definedAt: Date;
  /** Up to about then somebody was there to ask; what fell due and closed after it was missed by us. */
  watchedAt: Date;
}

/** One occurrence for one member, with the latest version of their answer. */
export interface CheckIn {
  id: string;
  cadenceKey: string;
  cadenceName: string;
  memberId: string;
  /** The member is still here, on a team that the cadence asks, and the cadence still asks. */
  isStillAsked: boolean;
  occursOn: CalendarDay;
  promptAt: Date;
  movedBecause: string | null;
  /** With all of the same group it is asked in one message. */
  promptGroup: string;
  putOffUntil: Date | null;
  reminded: number;
  /** How many reminders there are at most. */
  reminders: number;
  remindedAt: Date | null;
  closesAt: Date;
  excuse: Excuse | null;
  excusedBecause: string | null;
  answeredAt: Date | null;
  answer: CheckInAnswer | null;
  answerVersion: number;
  /** When that version was submitted. */
  submittedAt: Date | null;
  missedToldAt: Date | null;
  missedToldTo: string | null;
  /** The evidence for the review on `frozenFor` holds it as it stood then. */
  frozenAt: Date | null;
  frozenFor: CalendarDay | null;
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

/** What `fromRow` needs of a row. */
export const withLatestAnswer = {
  cadence: { select: { name: true, retiredAt: true, reminders: true, teams: { select: { teamKey: true } } } },
  member: { select: { deactivatedAt: true, teamKey: true } },
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
export async function findCheckInOfPeriod(
  db: Transaction,
  { workspaceId, cadenceKey, memberId, periodOn }: Omit<CheckInName, 'occursOn'> & { periodOn: CalendarDay },
): Promise<CheckIn | undefined> {
  const name = { workspaceId, cadenceKey, memberId, periodOn: toDatabaseDate(periodOn) };
  const row = await db.checkIn.findUnique({
    where: { workspaceId_cadenceKey_memberId_periodOn: name },
    include: withLatestAnswer,
  });
  return row ? fromRow(row) : undefined;
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

/** The check-ins that one message asks, the first due first. */
export async function findCheckInsOfPrompt(db: Transaction, workspaceId: string, promptGroup: string) {
  const rows = await db.checkIn.findMany({
    where: { workspaceId, promptGroup },
    include: withLatestAnswer,
    orderBy: [{ promptAt: 'asc' }, { cadenceKey: 'asc' }],
  });
  return rows.map(fromRow);
}

/** The messages that ask these check-ins. */
export async function findPromptsOf(db: Transaction, workspaceId: string, checkInIds: string[]): Promise<string[]> {
  if (checkInIds.length === 0) return [];
  const where = { workspaceId, id: { in: checkInIds } };
  const rows = await db.checkIn.findMany({ where, distinct: ['promptGroup'], select: { promptGroup: true } });
  return rows.map(({ promptGroup }) => promptGroup);
}

/** The check-ins of which somebody was reminded, or which they were asked again, at this moment. */
export async function findRemindedAt(
  db: Transaction,
  { workspaceId, memberId, remindedAt }: { workspaceId: string; memberId: string; remindedAt: Date },
): Promise<CheckIn[]> {
  const rows = await db.checkIn.findMany({
    where: { workspaceId, memberId, remindedAt },
    include: withLatestAnswer,
    orderBy: [{ promptAt: 'asc' }, { cadenceKey: 'asc' }],
  });
  return rows.map(fromRow);
}

export async function findMember(db: Transaction, workspaceId: string, id: string) {
  return db.member.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true, teamKey: true },
  });
}

/** From when on a member may be asked by a cadence: they were on their team, and their team in the cadence. */
export async function findAskedSince(
  db: Transaction,
  { workspaceId, cadenceKey, memberId }: { workspaceId: string; cadenceKey: string; memberId: string },
): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ since: Date }[]>`
    select greatest(m."teamSince", t.since) as since from "Member" m
      join "CadenceTeam" t on t."workspaceId" = m."workspaceId" and t."teamKey" = m."teamKey"
     where m."workspaceId" = ${workspaceId} and m.id = ${memberId} and m."teamSince" is not null
       and t."cadenceKey" = ${cadenceKey}`;
  return row?.since;
}

export function fromRow(row: CheckInRow): CheckIn {
  const { answers, cadence, member, occursOn, frozenFor, ...own } = row;
  const [latest] = answers;
  const isOnItsTeams = cadence.teams.some(({ teamKey }) => teamKey === member.teamKey);
  return {
    ...own,
    cadenceName: cadence.name,
    reminders: cadence.reminders,
    isStillAsked: member.deactivatedAt === null && cadence.retiredAt === null && isOnItsTeams,
    occursOn: fromDatabaseDate(occursOn),
    frozenFor: frozenFor && fromDatabaseDate(frozenFor),
    answer: latest ? checkInAnswer.parse(latest.form) : null,
    answerVersion: latest?.version ?? 0,
    submittedAt: latest?.submittedAt ?? null,
  };
}
