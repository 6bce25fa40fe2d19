import { plusDays } from '../../platform/time/calendar-day.ts';
import type { FileProblem } from './file-problem.ts';
import type { CadenceEntry, CompanyHolidayEntry, ReviewEntry } from './file-schema.ts';
import { metricProblems } from './metric-references.ts';
import type { RoleEntry } from './metric-schema.ts';
import type { WorkspaceFile } from './workspace-file.ts';

type Problem = Omit<FileProblem, 'line'>;

/** How long a prompt may stay open, so that it is closed before the next one comes. */
const LONGEST_WINDOW_DAYS = { week: 5, fortnight: 10, month: 20, quarter: 20 } as const;

/** What is wrong between values that are right each by itself. People are file-people.ts' part. */
export function referenceProblems(file: WorkspaceFile): Problem[] {
  return [
    ...file.metrics.flatMap((metric) => [
      ...repetitions(['metrics', metric.key, 'dimensions'], metric.dimensions),
      ...metricProblems(metric, file),
    ]),
    ...file.roles.flatMap((role) => [
      ...repetitions(['roles', role.key, 'metrics'], role.metrics),
      ...(role.impact_map ?? []).flatMap((row, index) =>
        repetitions(['roles', role.key, 'impact_map', index, 'metrics'], row.metrics),
      ),
      ...timingProblems(role, file),
    ]),
    ...file.cadences.flatMap((cadence) => [
      ...repetitions(['cadences', cadence.key, 'teams'], cadence.teams),
      ...windowProblems(cadence),
      ...quietProblems(cadence, file),
    ]),
    ...holidayProblems(file.holidays),
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

function holidayProblems(holidays: CompanyHolidayEntry[]): Problem[] {
  const named = holidays.map(({ on, region }) => `${on} ${region}`);
  return named.flatMap((name, index) =>
    named.indexOf(name) < index ? [{ at: ['holidays', index], message: 'this day stands here a second time' }] : [],
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

function windowProblems(cadence: CadenceEntry): Problem[] {
  const { key, every, window_days: window, reminder_after_days: reminder, reminders } = cadence;
  const longest = LONGEST_WINDOW_DAYS[every];
  const problem = (field: string, message: string) => ({ at: ['cadences', key, field], message });
  return [
    ...(window > longest
      ? [
          problem(
            'window_days',
            `expected at most ${longest} for every ${every}, so that it closes before the next one opens`,
          ),
        ]
      : []),
    ...(reminder !== null && reminder >= window
      ? [
          problem(
            'reminder_after_days',
            `expected less than window_days (${window}), or never; later, the prompt is closed already`,
          ),
        ]
      : []),
    ...(reminder !== null && reminder < window && reminder * reminders >= window
      ? [
          problem(
            'reminders',
            `expected fewer, since the last would come after the window closed: ${reminders} times ${reminder} working days of ${window}`,
          ),
        ]
      : []),
    ...(cadence.starts_on && cadence.ends_on && cadence.ends_on < cadence.starts_on
      ? [problem('ends_on', 'expected a day on or after starts_on')]
      : []),
  ];
}

/** Quiet hours that end on the same day are waited out; those of the evening would make it the next day each time. */
function quietProblems({ key, time, teams }: CadenceEntry, file: WorkspaceFile): Problem[] {
  return file.teams
    .filter(({ key: team, quiet_hours: { from, until } }) => teams.includes(team) && from > until && time >= from)
    .map(({ key: team, quiet_hours: { from, until } }) => ({
      at: ['cadences', key, 'time'],
      message: `lies in the quiet hours of ${team} (${from} to ${until}), so that its people would always be asked the next day; expected another time, or other quiet_hours there`,
    }));
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
