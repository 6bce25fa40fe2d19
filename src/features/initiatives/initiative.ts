import type { CalendarDay } from '../../platform/time/calendar-day.ts';

/** Work that several functions share for one outcome. Everyone in the workspace may read it. */
export interface Initiative {
  id: string;
  name: string;
  /** What will be different, and for whom. */
  sharedOutcome: string;
  openedById: string;
  openedAt: Date;
  closedAt: Date | null;
  whatCameOfIt: string | null;
  parts: InitiativePart[];
  milestones: Milestone[];
}

/** What one person brings, for their function: the team that they were on when they were named. */
interface InitiativePart {
  memberId: string;
  teamKey: string | null;
  teamName: string | null;
  part: string | null;
}

export interface Milestone {
  id: string;
  name: string;
  dueOn: CalendarDay | null;
  doneAt: Date | null;
}

/** Whoever opened it and whoever brings something may change it. */
export function mayChange({ openedById, parts }: Pick<Initiative, 'openedById' | 'parts'>, memberId: string): boolean {
  return openedById === memberId || parts.some((one) => one.memberId === memberId);
}

/** The first that is not reached yet. */
export function nextMilestone(milestones: readonly Milestone[]): Milestone | undefined {
  return milestones.find(({ doneAt }) => doneAt === null);
}

/** The one that was reached last, wherever it stands. */
export function lastReached(milestones: readonly Milestone[]): Milestone | undefined {
  const reached = milestones.filter(({ doneAt }) => doneAt !== null);
  return reached.toSorted((one, other) => Number(one.doneAt) - Number(other.doneAt)).at(-1);
}
