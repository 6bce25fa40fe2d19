import type { Configuration } from './configuration.ts';
import { WEEKDAYS } from './file-schema.ts';

export type Noun = 'metric' | 'role' | 'team' | 'member' | 'cadence' | 'review';
export type FieldValue = string | number | null;

/** One thing of the configuration in the words of the workspace file, made to be compared and read. */
export interface ConfiguredThing {
  noun: Noun;
  /** Reviews: `cycle/member`. */
  key: string;
  fields: Record<string, FieldValue>;
  isFrozen: boolean;
}

/** Everything configured, in an order in which each thing comes after those it points at. */
export function thingsIn(configuration: Configuration): ConfiguredThing[] {
  const thing = (noun: Noun, key: string, fields: Record<string, FieldValue>, isFrozen = false) => ({
    noun,
    key,
    fields,
    isFrozen,
  });
  return [
    ...configuration.metrics.map(({ key, name, meaning, unit, direction, timing, source }) =>
      thing('metric', key, { name, meaning, unit, direction, timing, source }),
    ),
    ...configuration.roles.map(({ key, name, metrics }) => thing('role', key, { name, metrics: metrics.join(', ') })),
    ...configuration.teams.map((team) =>
      thing('team', team.key, {
        name: team.name,
        manager: team.managerId,
        channel: team.channelId,
        'digest.day': weekdayName(team.digestDay),
        'digest.time': team.digestTime,
        'digest.time_zone': team.digestTimeZone,
        'digest.when_no_wins': team.whenNoWins,
      }),
    ),
    ...configuration.members.map(({ id, teamKey, roleKey, managerId }) =>
      thing('member', id, { team: teamKey, role: roleKey, manager: managerId }),
    ),
    ...configuration.cadences.map((cadence) =>
      thing('cadence', cadence.key, {
        name: cadence.name,
        teams: [...cadence.teams].sort().join(', '),
        every: cadence.every,
        day: readableCadenceDay(cadence),
        time: cadence.time,
        starts_on: cadence.startsOn,
        reminder_after_days: cadence.reminderAfterDays ?? 'never',
        window_days: cadence.windowDays,
      }),
    ),
    ...configuration.reviews.map((review) =>
      thing(
        'review',
        `${review.cycleKey}/${review.memberId}`,
        {
          name: review.cycleName,
          review_on: review.reviewOn,
          evidence_from: review.evidenceFrom,
          digest_days_before: review.digestDaysBefore,
        },
        review.isFrozen,
      ),
    ),
  ];
}

function readableCadenceDay({ every, day }: Configuration['cadences'][number]): FieldValue {
  if (day === null) return 'last_working_day';
  return every === 'month' || every === 'quarter' ? day : weekdayName(day);
}

function weekdayName(day: number): string {
  return WEEKDAYS[day - 1] ?? String(day);
}
