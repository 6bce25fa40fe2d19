import { plusDays } from '../../platform/time/calendar-day.ts';
import type { FileProblem } from './file-problem.ts';
import type { CadenceEntry, ReviewEntry, RoleEntry } from './file-schema.ts';
import type { WorkspaceFile } from './workspace-file.ts';

type Problem = Omit<FileProblem, 'line'>;

/** How long a prompt may stay open, so that it is closed before the next one comes. */
const LONGEST_WINDOW_DAYS = { week: 5, fortnight: 10, month: 20 } as const;

/** What is wrong between values that are right each by itself. People are file-people.ts' part. */
export function referenceProblems(file: WorkspaceFile): Problem[] {
  return [
    ...file.roles.flatMap((role) => [
      ...repetitions(['roles', role.key, 'metrics'], role.metrics),
      ...timingProblems(role, file),
    ]),
    ...file.cadences.flatMap((cadence) => [
      ...repetitions(['cadences', cadence.key, 'teams'], cadence.teams),
      ...windowProblems(cadence),
    ]),
    ...file.reviews.flatMap((review) => [
      ...repetitions(['reviews', review.key, 'teams'], review.teams),
      ...reviewProblems(review),
    ]),
  ];
}

function repetitions(at: PropertyKey[], keys: string[]): Problem[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ at: [...at, index], message: `"${key}" stands here a second time` }] : [],
  );
}

function timingProblems(role: RoleEntry, file: WorkspaceFile): Problem[] {
  const metrics = role.metrics.map((key) => file.metrics.find((metric) => metric.key === key));
  // A metric that is wrong itself is told as such, and may be just the one that is looked for.
  if (metrics.includes(undefined)) return [];
  const missing = (['leading', 'lagging'] as const).filter((timing) => !metrics.some((one) => one?.timing === timing));
  return missing.map((timing) => ({
    at: ['roles', role.key, 'metrics'],
    message: `none of these metrics is ${timing}; a role needs at least one leading and one lagging metric`,
  }));
}

function windowProblems({ key, every, window_days: window, reminder_after_days: reminder }: CadenceEntry): Problem[] {
  const longest = LONGEST_WINDOW_DAYS[every];
  return [
    ...(window > longest
      ? [
          {
            at: ['cadences', key, 'window_days'],
            message: `expected at most ${longest} for every ${every}, so that it closes before the next one opens`,
          },
        ]
      : []),
    ...(reminder !== null && reminder >= window
      ? [
          {
            at: ['cadences', key, 'reminder_after_days'],
            message: `expected less than window_days (${window}), or never; later, the prompt is closed already`,
          },
        ]
      : []),
  ];
}

function reviewProblems(review: ReviewEntry): Problem[] {
  const at = ['reviews', review.key];
  const days = [
    { at: [...at, 'review_on'], day: review.review_on },
    ...Object.entries(review.dates).map(([person, day]) => ({ at: [...at, 'dates', person], day })),
  ];
  const nobody = review.teams.length === 0 && review.members.length === 0;
  return [
    ...(nobody ? [{ at, message: 'names nobody; expected teams, members or both' }] : []),
    ...days
      .filter(({ day }) => plusDays(day, -review.digest_days_before) < review.evidence_from)
      .map((place) => ({
        at: place.at,
        message: `expected a day at least digest_days_before (${review.digest_days_before}) after evidence_from`,
      })),
  ];
}
