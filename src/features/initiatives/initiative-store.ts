import type { Prisma } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId } from '../../platform/storage/lock-row.ts';
import { fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Initiative } from './initiative.ts';
import type { TypedParts } from './initiative-words.ts';
import type { MatchedMilestone } from './milestone-lines.ts';
import { findTeamNames } from './team-store.ts';

const include = {
  parts: { orderBy: { memberId: 'asc' } },
  milestones: { orderBy: { position: 'asc' } },
} as const;

type Row = Prisma.InitiativeGetPayload<{ include: { parts: true; milestones: true } }>;

/** Those that are open, oldest first, and those that were closed since. */
export async function findInitiatives(
  db: Transaction,
  { workspaceId, closedSince }: { workspaceId: string; closedSince: Date },
): Promise<Initiative[]> {
  const rows = await db.initiative.findMany({
    where: { workspaceId, OR: [{ closedAt: null }, { closedAt: { gte: closedSince } }] },
    include,
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });
  return named(db, workspaceId, rows);
}

export async function findInitiative(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<Initiative | undefined> {
  if (!isRowId(id)) return undefined;
  const rows = await db.initiative.findMany({ where: { id, workspaceId }, include });
  return (await named(db, workspaceId, rows))[0];
}

/** Those in which this member has a part and that were open at some time from `from` up to `before`. */
export async function findInitiativesOf(
  db: Transaction,
  { workspaceId, memberId, from, before }: { workspaceId: string; memberId: string; from: Date; before: Date },
): Promise<Initiative[]> {
  const rows = await db.initiative.findMany({
    where: {
      workspaceId,
      openedAt: { lt: before },
      AND: [
        { OR: [{ closedAt: null }, { closedAt: { gte: from } }] },
        { OR: [{ openedById: memberId }, { parts: { some: { memberId } } }] },
      ],
    },
    include,
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });
  return named(db, workspaceId, rows);
}

export interface InitiativeToSave {
  workspaceId: string;
  /** Of one that is edited. */
  id?: string;
  memberId: string;
  name: string;
  sharedOutcome: string;
  parts: TypedParts;
  milestones: MatchedMilestone[];
  now: Date;
}

/** A milestone that stood before keeps its id, and that it was reached; who was named before keeps the team of then. */
export async function saveInitiative(db: Transaction, initiative: InitiativeToSave): Promise<string> {
  const { workspaceId, memberId: openedById, name, sharedOutcome, parts, milestones, now } = initiative;
  const { id: initiativeId } =
    initiative.id === undefined
      ? await db.initiative.create({ data: { workspaceId, name, sharedOutcome, openedById, openedAt: now } })
      : await db.initiative.update({ where: { id: initiative.id }, data: { name, sharedOutcome } });
  const kept = milestones.flatMap(({ id }) => id ?? []);
  await db.milestone.deleteMany({ where: { initiativeId, id: { notIn: kept } } });
  for (const [position, { id, name: milestone, dueOn }] of milestones.entries()) {
    const row = { position, name: milestone, dueOn: dueOn && toDatabaseDate(dueOn) };
    if (id === undefined) await db.milestone.create({ data: { initiativeId, ...row } });
    else await db.milestone.update({ where: { id }, data: row });
  }
  const memberIds = Object.keys(parts);
  await db.initiativePart.deleteMany({ where: { initiativeId, memberId: { notIn: memberIds } } });
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: memberIds } },
    select: { id: true, teamKey: true },
  });
  for (const { id: memberId, teamKey } of members) {
    const part = parts[memberId] ?? null;
    await db.initiativePart.upsert({
      where: { initiativeId_memberId: { initiativeId, memberId } },
      create: { initiativeId, workspaceId, memberId, teamKey, part },
      update: { part },
    });
  }
  return initiativeId;
}

export async function saveMilestone(db: Transaction, id: string, doneAt: Date | null): Promise<void> {
  await db.milestone.update({ where: { id }, data: { doneAt } });
}

export async function saveClosing(
  db: Transaction,
  { id, closedAt, whatCameOfIt }: { id: string; closedAt: Date | null; whatCameOfIt: string | null },
): Promise<void> {
  await db.initiative.update({ where: { id }, data: { closedAt, whatCameOfIt } });
}

async function named(db: Transaction, workspaceId: string, rows: Row[]): Promise<Initiative[]> {
  const teamNames = await findTeamNames(db, workspaceId);
  return rows.map(({ parts, milestones, ...row }) => ({
    ...row,
    parts: parts.map(({ memberId, teamKey, part }) => {
      return { memberId, teamKey, teamName: teamNames.get(teamKey ?? '') ?? null, part };
    }),
    milestones: milestones.map(({ id, name, dueOn, doneAt }) => {
      return { id, name, dueOn: dueOn && fromDatabaseDate(dueOn), doneAt };
    }),
  }));
}
