import { type CalendarDay, plusDays } from '../../platform/time/calendar-day.ts';

export interface GoalStep {
  position: number;
  what: string;
  dueOn: CalendarDay;
  isDone: boolean;
  /** When somebody said so. */
  doneAt: Date | null;
}

/** What a member wants to become better at: concrete steps with days, and who or what helps. */
export interface Goal {
  id: string;
  memberId: string;
  objective: string;
  steps: GoalStep[];
  /** Coach or mentor. */
  supporterId: string | null;
  material: string | null;
  /** The strength or gap that it came from. */
  feedbackId: string | null;
  setAt: Date;
  endedAt: Date | null;
  state: 'open' | 'reached' | 'dropped';
  /** What the member said of it in check-ins, oldest first. */
  progress: { on: CalendarDay; text: string }[];
}

export type NewGoal = Pick<Goal, 'objective' | 'supporterId' | 'material' | 'feedbackId'> & {
  steps: Pick<GoalStep, 'what' | 'dueOn'>[];
};

/** A goal as somebody would type it again. */
export function asTyped({ objective, steps, supporterId, material, feedbackId }: Goal): NewGoal {
  return { objective, steps: steps.map(({ dueOn, what }) => ({ dueOn, what })), supporterId, material, feedbackId };
}

const MOST_STEPS = 8;
const STEP_LENGTH = 200;
const STEP = /^(\d{4}-\d{2}-\d{2})[\s:,-]+(\S.*)$/;

/** Steps as they are typed: a line each, its day first, `2026-04-30 Shadow two onboarding calls`. */
export function readSteps(text: string): { ok: true; steps: NewGoal['steps'] } | { ok: false; problem: string } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return { ok: false, problem: 'Name at least one step.' };
  if (lines.length > MOST_STEPS)
    return { ok: false, problem: `At most ${MOST_STEPS} steps. Begin with the first ones.` };
  const steps: NewGoal['steps'] = [];
  for (const [at, line] of lines.entries()) {
    const [, day, what] = STEP.exec(line) ?? [];
    if (!day || !what || !isDay(day)) {
      return { ok: false, problem: `Line ${at + 1}: begin with the day, like 2026-04-30, then say what.` };
    }
    if (what.length > STEP_LENGTH)
      return { ok: false, problem: `Line ${at + 1}: say it in ${STEP_LENGTH} characters.` };
    steps.push({ dueOn: day, what });
  }
  return { ok: true, steps: steps.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)) };
}

/** Steps as somebody would type them again. */
export function typedSteps(steps: NewGoal['steps']): string {
  return steps.map(({ dueOn, what }) => `${dueOn} ${what}`).join('\n');
}

/** The first step that is still to be done; undefined where there is none. */
export function nextStepOf({ steps, state }: Goal): GoalStep | undefined {
  return state === 'open' ? steps.find(({ isDone }) => !isDone) : undefined;
}

/** Whether the calendar has that day: `2026-02-30` it has not. */
function isDay(text: string): text is CalendarDay {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && plusDays(text as CalendarDay, 0) === text;
}
