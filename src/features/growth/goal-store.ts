import type { Prisma } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { isRowId, lockRow } from '../../platform/storage/lock-row.ts';
import { fromDatabaseDate, toDatabaseDate } from '../../platform/time/calendar-day.ts';
import type { Goal, NewGoal } from './goal.ts';

const WHOLE = {
  steps: { orderBy: { position: 'asc' } },
  progress: { include: { checkIn: { select: { occursOn: true } } }, orderBy: { savedAt: 'asc' } },
} as const satisfies Prisma.DevelopmentGoalInclude;

export async function insertGoal(
  db: Transaction,
  { workspaceId, memberId, goal, now }: { workspaceId: string; memberId: string; goal: NewGoal; now: Date },
): Promise<void> {
  const { steps, ...named } = goal;
  const rows = steps.map(({ what, dueOn }, position) => ({ position, what, dueOn: toDatabaseDate(dueOn) }));
  await db.developmentGoal.create({
    data: { workspaceId, memberId, setById: memberId, setAt: now, ...named, steps: { create: rows } },
  });
}

/** What was done stays done where the step is still called the same. */
export async function saveGoal(db: Transaction, id: string, goal: NewGoal): Promise<void> {
  const { steps, feedbackId: _, ...named } = goal;
  const before = await db.goalStep.findMany({ where: { goalId: id } });
  const doneAt = new Map(before.map((step) => [step.what, step.doneAt]));
  await db.goalStep.deleteMany({ where: { goalId: id } });
  await db.goalStep.createMany({
    data: steps.map(({ what, dueOn }, position) => {
      return { goalId: id, position, what, dueOn: toDatabaseDate(dueOn), doneAt: doneAt.get(what) ?? null };
    }),
  });
  await db.developmentGoal.update({ where: { id }, data: named });
}

/** Holds it until the transaction ends: an edit and a press come one after the other. */
export async function lockGoal(transaction: Transaction, workspaceId: string, id: string): Promise<Goal | undefined> {
  if (!(await lockRow(transaction, 'DevelopmentGoal', { workspaceId, id }))) return undefined;
  return findGoal(transaction, workspaceId, id);
}

export async function findGoal(db: Transaction, workspaceId: string, id: string): Promise<Goal | undefined> {
  if (!isRowId(id)) return undefined;
  const row = await db.developmentGoal.findUnique({ where: { id, workspaceId }, include: WHOLE });
  return row ? fromRow(row) : undefined;
}

/** In the order in which they were set. */
export async function findGoals(db: Transaction, workspaceId: string, memberId: string): Promise<Goal[]> {
  const rows = await db.developmentGoal.findMany({
    where: { workspaceId, memberId },
    include: WHOLE,
    orderBy: [{ setAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

export async function saveStepDone(
  db: Transaction,
  { goalId, position, doneAt }: { goalId: string; position: number; doneAt: Date | null },
): Promise<void> {
  await db.goalStep.updateMany({ where: { goalId, position }, data: { doneAt } });
}

/** When it is reached or dropped, or null where it goes on. */
export async function saveEnded(
  db: Transaction,
  id: string,
  ended: { reachedAt: Date | null; droppedAt: Date | null },
): Promise<void> {
  await db.developmentGoal.update({ where: { id }, data: ended });
}

/** What a check-in says of a goal replaces what it said before. */
export async function saveProgress(
  db: Transaction,
  { checkInId, said, now }: { checkInId: string; said: { goalId: string; text: string }[]; now: Date },
): Promise<void> {
  await db.goalProgress.deleteMany({ where: { checkInId } });
  await db.goalProgress.createMany({ data: said.map((one) => ({ ...one, checkInId, savedAt: now })) });
}

export async function findProgressOf(db: Transaction, checkInId: string): Promise<{ goalId: string; text: string }[]> {
  return db.goalProgress.findMany({ where: { checkInId }, select: { goalId: true, text: true } });
}

type Row = Prisma.DevelopmentGoalGetPayload<{ include: typeof WHOLE }>;

function fromRow({ steps, progress, reachedAt, droppedAt, ...row }: Row): Goal {
  const { id, memberId, objective, supporterId, material, feedbackId, setAt } = row;
  return {
    id,
    memberId,
    objective,
    supporterId,
    material,
    feedbackId,
    setAt,
    endedAt: reachedAt ?? droppedAt,
    state: reachedAt ? 'reached' : droppedAt ? 'dropped' : 'open',
    steps: steps.map(({ position, what, dueOn, doneAt }) => {
      return { position, what, dueOn: fromDatabaseDate(dueOn), isDone: doneAt !== null, doneAt };
    }),
    progress: progress.map(({ text, checkIn }) => ({ on: fromDatabaseDate(checkIn.occursOn), text })),
  };
}
