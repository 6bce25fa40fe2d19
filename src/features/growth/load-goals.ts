import type { Transaction } from '../../platform/storage/database.ts';
import { type CalendarDay, dayOf } from '../../platform/time/calendar-day.ts';
import type { Goal } from './goal.ts';
import { findGoals, findProgressOf } from './goal-store.ts';

/** The goals of one member that were open at some time from the first day to the last. */
export async function loadGoals(
  db: Transaction,
  { workspaceId, memberId, from, to }: { workspaceId: string; memberId: string; from: CalendarDay; to: CalendarDay },
): Promise<Goal[]> {
  const goals = await findGoals(db, workspaceId, memberId);
  return goals.filter(
    ({ setAt, endedAt }) => dayOf(setAt, 'UTC') <= to && (endedAt === null || dayOf(endedAt, 'UTC') >= from),
  );
}

/** A check-in asks about so many, the oldest first. */
const MOST_ASKED = 3;

export interface AskedGoal {
  goalId: string;
  objective: string;
  /** What this check-in said of it before. */
  said: string | null;
}

/** The goals that a check-in asks about: those that are open, and those that it spoke of before. */
export async function loadAskedGoals(
  db: Transaction,
  { workspaceId, memberId, checkInId }: { workspaceId: string; memberId: string; checkInId: string | undefined },
): Promise<AskedGoal[]> {
  const said = new Map(
    (checkInId === undefined ? [] : await findProgressOf(db, checkInId)).map(({ goalId, text }) => [goalId, text]),
  );
  const goals = await findGoals(db, workspaceId, memberId);
  const asked = goals.filter(({ id, state }) => state === 'open' || said.has(id));
  // What was said must be there to be edited, however many have been set since.
  const first = asked.toSorted((one, other) => Number(said.has(other.id)) - Number(said.has(one.id)));
  return first
    .slice(0, Math.max(MOST_ASKED, said.size))
    .map(({ id, objective }) => ({ goalId: id, objective, said: said.get(id) ?? null }));
}
