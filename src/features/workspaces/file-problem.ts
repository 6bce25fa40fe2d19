/** Something wrong in the workspace file, and where. */
export interface FileProblem {
  /** Keys and list positions from the top: `['teams', 'support', 'members', 0, 'role']`. Empty: the file as a whole. */
  at: readonly PropertyKey[];
  /** What was expected and what was found; goes on after the path, as in `… is missing`. */
  message: string;
  /** The line in the file, counted from 1; null where the problem has no place of its own. */
  line: number | null;
}

/** `teams.support.members[0].role` */
function readablePath(at: readonly PropertyKey[]): string {
  return at
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** `line 12, cadences.weekly.day: expected …` */
export function readableProblem({ at, line, message }: FileProblem): string {
  const place = [line === null ? '' : `line ${line}`, readablePath(at)].filter(Boolean).join(', ');
  return place ? `${place}: ${message}` : message;
}
