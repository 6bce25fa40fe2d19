import { definitionFields } from '../metrics/definition-fields.ts';
import type { ImpactRow } from '../metrics/impact-map.ts';
import type { Configuration } from './configuration.ts';
import { WEEKDAYS } from './file-schema.ts';

export type Noun = 'metric' | 'role' | 'team' | 'member' | 'cadence' | 'review' | 'holiday' | 'setting';
export type FieldValue = string | number | null;

/** One thing of the configuration in the words of the workspace file, made to be compared and read. */
export interface ConfiguredThing {
  noun: Noun;
  /** Reviews: `cycle/member`; holidays of a region: `day/region`. */
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
    ...configuration.metrics.map((metric) => thing('metric', metric.key, definitionFields(metric))),
    ...configuration.roles.map(({ key, name, metrics, impactMap }) =>
      thing('role', key, { name, metrics: metrics.join(', '), ...Object.fromEntries(impactMap.map(impactField)) }),
    ),
    ...configuration.teams.map((team) =>
      thing('team', team.key, {
        name: team.name,
        manager: team.managerId,
        channel: team.channelId,
        'digest.day': weekdayName(team.digestDay),
        'digest.time': team.digestTime,
        'digest.time_zone': team.digestTimeZone,
        'digest.when_no_wins': team.whenNoWins,
        'digest.leaves_out': team.leavesOut.join(', ') || null,
        working_days: weekdayNames(team.workingDays),
        holidays: team.holidayRegion,
        quiet_hours: `${team.quietFrom} to ${team.quietUntil}`,
      }),
    ),
    ...configuration.members.map(({ id, teamKey, roleKey, managerId, workingDays, holidayRegion }) =>
      thing('member', id, {
        team: teamKey,
        role: roleKey,
        manager: managerId,
        working_days: weekdayNames(workingDays),
        holidays: holidayRegion,
      }),
    ),
    ...configuration.cadences.map((cadence) =>
      thing('cadence', cadence.key, {
        name: cadence.name,
        teams: [...cadence.teams].sort().join(', '),
        every: cadence.every,
        day: readableCadenceDay(cadence),
        time: cadence.time,
        starts_on: cadence.startsOn,
        ends_on: cadence.endsOn,
        paused_until: cadence.pausedUntil,
        reminder_after_days: cadence.reminderAfterDays ?? 'never',
        reminders: cadence.reminders,
        window_days: cadence.windowDays,
        grace_days: cadence.graceDays,
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
    ...configuration.holidays.map(({ on, name, region }) => thing('holiday', holidayKey({ on, region }), { name })),
    thing('setting', 'reads_slack_status', { is: String(configuration.readsStatus) }),
    thing('setting', 'sponsors', { are: configuration.sponsorIds.join(', ') || null }),
    thing('setting', 'lessons', {
      channel: configuration.lessons?.channelId ?? null,
      day: configuration.lessons?.day ?? null,
      time: configuration.lessons?.time ?? null,
      time_zone: configuration.lessons?.timeZone ?? null,
    }),
  ];
}

/** A day off may be everybody's, and another one's of a region as well. */
export function holidayKey({ on, region }: { on: string; region: string }): string {
  return region === '' ? on : `${on}/${region}`;
}

function impactField({ activity, whyItMatters, outcome, metricKeys }: ImpactRow, index: number): [string, string] {
  return [`impact_map[${index}]`, `${activity}: ${whyItMatters} → ${outcome} (${metricKeys.join(', ')})`];
}

function readableCadenceDay({ every, day }: Configuration['cadences'][number]): FieldValue {
  if (day === null) return 'last_working_day';
  return every === 'month' || every === 'quarter' ? day : weekdayName(day);
}

function weekdayNames(days: number[]): FieldValue {
  return days.length === 0 ? null : days.map(weekdayName).join(', ');
}

function weekdayName(day: number): string {
  return WEEKDAYS[day - 1] ?? String(day);
}
