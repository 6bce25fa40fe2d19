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

/** Each line as it is typed now, with the id of the milestone that it was before; undefined, it is new. */
export interface MatchedMilestone extends TypedMilestone {
  id: string | undefined;
}

/**
 * Tells which line is which milestone: by its name, wherever it stands now; and a reworded one by its place, where as many
 * lines as before stand between two that kept their names.
 */
export function matchMilestones(
  before: readonly { id: string; name: string }[],
  typed: readonly TypedMilestone[],
): MatchedMilestone[] {
  const left = new Set(before.keys());
  const places = typed.map(({ name }) => {
    const place = [...left].find((at) => nameKey(before[at]?.name ?? '') === nameKey(name));
    if (place !== undefined) left.delete(place);
    return place;
  });
  let from = 0;
  while (from < typed.length) {
    let to = from;
    while (to < typed.length && places[to] === undefined) to += 1;
    const [after, until] = [places[from - 1] ?? -1, places[to] ?? before.length];
    const between = [...left].filter((at) => at > after && at < until);
    if (between.length === to - from) {
      for (const [index, place] of between.entries()) {
        places[from + index] = place;
        left.delete(place);
      }
    }
    from = to + 1;
  }
  return typed.map((line, at) => ({ ...line, id: before[places[at] ?? -1]?.id }));
}

/** Those of before that no line is any more. */
export function forgottenOf<M extends { id: string }>(before: readonly M[], now: readonly MatchedMilestone[]): M[] {
  const kept = new Set(now.map(({ id }) => id));
  return before.filter(({ id }) => !kept.has(id));
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

export function writeMilestones(milestones: readonly TypedMilestone[]): string {
  return milestones.map(({ name, dueOn }) => (dueOn ? `${dueOn} ${name}` : name)).join('\n');
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
