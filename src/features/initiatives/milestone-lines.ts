import type { CalendarDay } from '../../platform/time/calendar-day.ts';

export interface TypedMilestone {
  name: string;
  dueOn: CalendarDay | null;
}

const MOST = 10;
const MOST_CHARACTERS = 120;

/** Milestones as people type them, a line each, with a day before it or without: `2026-12-01 First client live`. */
export function readMilestones(
  text: string,
): { ok: true; milestones: TypedMilestone[] } | { ok: false; problem: string } {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  if (lines.length > MOST) return { ok: false, problem: `At most ${MOST} milestones; a light list is read.` };
  const milestones = lines.map((line) => {
    const [, day, name = ''] = /^(\d{4}-\d{2}-\d{2})?[\s:]*(.*)$/.exec(line) ?? [];
    return { name: name.trim(), dueOn: (day ?? null) as CalendarDay | null };
  });
  const wrong = milestones.find(({ name, dueOn }) => name === '' || (dueOn !== null && !isDay(dueOn)));
  if (wrong) return { ok: false, problem: `"${wrong.dueOn ?? ''}" needs a real day, and words behind it.` };
  const long = milestones.find(({ name }) => name.length > MOST_CHARACTERS);
  if (long) return { ok: false, problem: `At most ${MOST_CHARACTERS} characters a milestone.` };
  return { ok: true, milestones };
}

export function writeMilestones(milestones: readonly TypedMilestone[]): string {
  return milestones.map(({ name, dueOn }) => (dueOn ? `${dueOn} ${name}` : name)).join('\n');
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
