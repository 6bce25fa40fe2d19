import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { TimeOfDay } from '../../platform/time/local-time.ts';
import type { ImpactRow } from '../metrics/impact-map.ts';
import type { MetricMeaning } from '../metrics/metric.ts';
import type { CompanyHoliday } from '../people/working-calendar.ts';
import { managerFor, peopleReviewed } from './file-people.ts';
import type { WorkspaceFile } from './workspace-file.ts';

/** What the workspace file decides, as it is or as it shall be; people and channels by Slack id. Nothing retired. */
export interface Configuration {
  metrics: ConfiguredMetric[];
  roles: ConfiguredRole[];
  teams: ConfiguredTeam[];
  members: ConfiguredMember[];
  cadences: ConfiguredCadence[];
  reviews: ConfiguredReview[];
  holidays: CompanyHoliday[];
  /** Whether a Slack status that says so counts as being away. */
  readsStatus: boolean;
  /** Executive sponsors, sorted. */
  sponsorIds: string[];
  /** Null, no monthly note of lessons. */
  lessons: ConfiguredLessons | null;
}

interface ConfiguredMetric extends MetricMeaning {
  key: string;
  /** Why it became what it is; not compared. */
  changeReason: string | null;
  /** Who defined it in Slack; null, the file. Not compared. */
  definedById: string | null;
}

interface ConfiguredRole {
  key: string;
  name: string;
  metrics: string[];
  impactMap: ImpactRow[];
}

interface ConfiguredTeam {
  key: string;
  name: string;
  managerId: string | null;
  channelId: string | null;
  /** ISO weekday. */
  digestDay: number;
  digestTime: TimeOfDay;
  digestTimeZone: string;
  whenNoWins: 'say_so' | 'stay_silent';
  /** Parts of the digest that the channel does without. */
  leavesOut: string[];
  workingDays: number[];
  holidayRegion: string | null;
  quietFrom: TimeOfDay;
  quietUntil: TimeOfDay;
}

interface ConfiguredLessons {
  channelId: string;
  /** Of the month. */
  day: number;
  time: TimeOfDay;
  timeZone: string;
}

interface ConfiguredMember {
  id: string;
  teamKey: string | null;
  roleKey: string | null;
  /** Whoever it is in the end: the member's own, else the team's. */
  managerId: string | null;
  /** Empty, the team's. */
  workingDays: number[];
  /** Null, the team's. */
  holidayRegion: string | null;
}

interface ConfiguredCadence {
  key: string;
  name: string;
  teams: string[];
  every: 'week' | 'fortnight' | 'month' | 'quarter';
  day: number | null;
  time: TimeOfDay;
  startsOn: CalendarDay;
  endsOn: CalendarDay | null;
  pausedUntil: CalendarDay | null;
  reminderAfterDays: number | null;
  reminders: number;
  windowDays: number;
  graceDays: number;
}

export interface ConfiguredReview {
  cycleKey: string;
  cycleName: string;
  memberId: string;
  reviewOn: CalendarDay;
  evidenceFrom: CalendarDay;
  digestDaysBefore: number;
  /** Both sides have its evidence: it stays, whatever the file says. */
  isFrozen: boolean;
}

interface Meeting {
  /** The member's id for an e-mail or id that the file names. */
  memberId(reference: string): string;
  /** The channel's id for a name or id that the file names. */
  channelId(reference: string): string;
  present: Configuration;
  today: CalendarDay;
}

/** What the file means in this workspace. `tooLate`: reviews that are not set up any more, since their day has passed. */
export function wantedConfiguration(
  file: WorkspaceFile,
  meeting: Meeting,
): { wanted: Configuration; tooLate: ConfiguredReview[] } {
  const reviews = Map.groupBy(wantedReviews(file, meeting), (review) => isTooLate(review, meeting));
  const wanted: Configuration = {
    metrics: file.metrics.map((entry) => wantedMetric(entry, meeting)),
    roles: file.roles.map(({ key, name, metrics, impact_map: rows }) => ({
      ...{ key, name, metrics },
      // A role whose entry says nothing of a map keeps what administrators set in Slack.
      impactMap: rows
        ? rows.map(({ why_it_matters: whyItMatters, metrics: metricKeys, ...row }) => ({
            ...row,
            whyItMatters,
            metricKeys,
          }))
        : (meeting.present.roles.find(isNamed(key))?.impactMap ?? []),
    })),
    teams: file.teams.map(({ key, name, manager, channel, digest, ...team }) => ({
      key,
      name,
      managerId: meeting.memberId(manager),
      channelId: channel === undefined ? null : meeting.channelId(channel),
      digestDay: digest.day,
      digestTime: digest.time,
      digestTimeZone: digest.time_zone,
      whenNoWins: digest.when_no_wins,
      leavesOut: digest.leaves_out,
      workingDays: team.working_days,
      holidayRegion: team.holidays ?? null,
      quietFrom: team.quiet_hours.from,
      quietUntil: team.quiet_hours.until,
    })),
    members: file.teams.flatMap((team) => wantedMembers(team, meeting)),
    cadences: file.cadences.map((entry) => ({
      key: entry.key,
      name: entry.name,
      teams: entry.teams,
      every: entry.every,
      day: entry.day,
      time: entry.time,
      startsOn: entry.starts_on ?? meeting.present.cadences.find(isNamed(entry.key))?.startsOn ?? meeting.today,
      endsOn: entry.ends_on ?? null,
      pausedUntil: entry.paused_until ?? null,
      reminderAfterDays: entry.reminder_after_days,
      reminders: entry.reminders,
      windowDays: entry.window_days,
      graceDays: entry.grace_days,
    })),
    reviews: reviews.get(false) ?? [],
    holidays: file.holidays.map(({ on, name, region = '' }) => ({ on, name, region })),
    readsStatus: file.readsSlackStatus,
    sponsorIds: [...new Set(file.sponsors.map(meeting.memberId))].sort(),
    lessons: file.lessons && {
      channelId: meeting.channelId(file.lessons.channel),
      day: file.lessons.day,
      time: file.lessons.time,
      timeZone: file.lessons.time_zone,
    },
  };
  return { wanted, tooLate: reviews.get(true) ?? [] };
}

function wantedMetric(entry: WorkspaceFile['metrics'][number], { memberId }: Meeting): ConfiguredMetric {
  const { key, name, meaning, unit, format, direction, timing, source, aggregation, frequency, dimensions } = entry;
  return {
    ...{ key, name, meaning, unit, format, direction, timing, source, aggregation, frequency, dimensions },
    scaleFrom: entry.scale?.from ?? null,
    scaleTo: entry.scale?.to ?? null,
    lens: entry.lens ?? null,
    dueAfterDays: entry.due_after_days,
    dataOwnerId: entry.data_owner === undefined ? null : memberId(entry.data_owner),
    needsVerification: entry.needs_verification,
    tolerancePercent: entry.tolerance_percent ?? null,
    isSpeed: entry.is_speed,
    counterMetricKey: entry.counter_metric ?? null,
    leadsToKey: entry.leads_to ?? null,
    isSalesTarget: entry.is_sales_target,
    changeReason: entry.change_reason ?? null,
    definedById: null,
  };
}

function wantedMembers(team: WorkspaceFile['teams'][number], { memberId }: Meeting): ConfiguredMember[] {
  return team.members.map(({ member, role, manager, ...own }) => ({
    id: memberId(member),
    teamKey: team.key,
    roleKey: role,
    managerId: managerFor(
      { manager: memberId(team.manager) },
      { member: memberId(member), manager: manager === undefined ? undefined : memberId(manager) },
    ),
    workingDays: own.working_days ?? [],
    holidayRegion: own.holidays ?? null,
  }));
}

function wantedReviews(file: WorkspaceFile, { memberId }: Meeting): ConfiguredReview[] {
  return file.reviews.flatMap((cycle) => {
    const dates = new Map(Object.entries(cycle.dates).map(([reference, day]) => [memberId(reference), day]));
    const reviewed = new Set(peopleReviewed(file, cycle).map(memberId));
    return [...reviewed].map((id) => ({
      cycleKey: cycle.key,
      cycleName: cycle.name,
      memberId: id,
      reviewOn: dates.get(id) ?? cycle.review_on,
      evidenceFrom: cycle.evidence_from,
      digestDaysBefore: cycle.digest_days_before,
      isFrozen: false,
    }));
  });
}

/** Who joins a team after a review day was not reviewed on it. */
function isTooLate({ cycleKey, memberId, reviewOn }: ConfiguredReview, { present, today }: Meeting): boolean {
  const isSetUp = present.reviews.some((one) => one.cycleKey === cycleKey && one.memberId === memberId);
  return reviewOn < today && !isSetUp;
}

function isNamed(key: string): (thing: { key: string }) => boolean {
  return (thing) => thing.key === key;
}
