import type { WorkspaceFile } from '../features/workspaces/workspace-file.ts';
import { type CalendarDay, plusDays } from '../platform/time/calendar-day.ts';
import { localInstant, type TimeOfDay } from '../platform/time/local-time.ts';
import { answerMoment } from './answer-moment.ts';
import { clockMoments } from './clock-moments.ts';
import { colleagueCalled, isHereOn, timeZoneOn } from './company.ts';
import { answersAt } from './habits.ts';
import type { Moment } from './moment.ts';
import { officeMoments } from './office-moments.ts';
import { REVIEW_DIGEST_ON, thursdayOf, WEEKS } from './quarter.ts';
import { restartMoments } from './restart-moments.ts';
import { reviewHeading, reviewMoment } from './review-moment.ts';
import { ringMoment } from './ring-moment.ts';
import { rosterOf } from './roster.ts';
import { storyMoments } from './story/story-moments.ts';
import { summaryMoment, weekHeading } from './week-summary.ts';

/** Everything that happens in the quarter, in order. Nothing happens between two moments, so time jumps. */
export function agenda(file: WorkspaceFile): Moment[] {
  const weeks = Array.from({ length: WEEKS }, (_, index) => index + 1);
  const moments = [
    ...weeks.flatMap((week) => momentsOfWeek(file, week)),
    ...restartMoments(),
    ...officeMoments(),
    ...storyMoments(),
    ...clockMoments(),
    ...noteMoments(file),
    reviewHeading(),
    ...reviewRings(file),
  ];
  return moments.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** The minutes of a week, also after the story, in which people are asked or reminded or a digest is told. */
export function ringsOfWeek(file: WorkspaceFile, week: number): Date[] {
  const day = thursdayOf(week);
  const rings = new Map<number, Date>();
  const ringAt = (on: CalendarDay, time: TimeOfDay, timeZone: string) => {
    const at = localInstant(on, time, timeZone);
    rings.set(at.getTime(), at);
  };
  for (const { cadence, timeZone } of askedIn(file, week)) {
    ringAt(day, cadence.time, timeZone);
    ringAt(plusDays(day, 1), cadence.time, timeZone);
  }
  for (const { digest } of file.teams) ringAt(plusDays(day, 1), digest.time, digest.time_zone);
  return [...rings.values()];
}

function momentsOfWeek(file: WorkspaceFile, week: number): Moment[] {
  const day = thursdayOf(week);
  const answers = askedIn(file, week).flatMap(({ handle, metrics, cadence, timeZone }) => {
    const at = answersAt({ handle, week, timeZone }, { day, time: cadence.time });
    return at ? [answerMoment({ at, handle, week, day, cadenceName: cadence.name, metrics })] : [];
  });
  return [weekHeading(week), ...ringsOfWeek(file, week).map(ringMoment), ...answers, summaryMoment(week)];
}

/** Who is asked that week, and where they live then. */
function askedIn(file: WorkspaceFile, week: number) {
  const day = thursdayOf(week);
  return rosterOf(file).flatMap((placement) => {
    const colleague = colleagueCalled(placement.handle);
    const cadence = file.cadences.find(({ teams }) => teams.includes(placement.team.key));
    const isAsked = cadence && (cadence.every === 'week' || week % 2 === 1);
    if (!isAsked || !isHereOn(colleague, day)) return [];
    return [{ ...placement, cadence, timeZone: timeZoneOn(colleague, day) }];
  });
}

/** When the lessons of a month are told. */
function noteMoments({ lessons }: WorkspaceFile): Moment[] {
  if (!lessons) return [];
  return ['2026-03', '2026-04'].map((month) => {
    const day = `${month}-${String(lessons.day).padStart(2, '0')}` as CalendarDay;
    return ringMoment(localInstant(day, lessons.time, lessons.time_zone));
  });
}

const WORKING_HOURS: TimeOfDay[] = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00'];

/** Somebody's evidence may go out at any hour that is day for them and for their manager. */
function reviewRings(file: WorkspaceFile): Moment[] {
  const zones = rosterOf(file).map(({ handle }) => timeZoneOn(colleagueCalled(handle), REVIEW_DIGEST_ON));
  const moments = [...new Set(zones)].flatMap((zone) =>
    WORKING_HOURS.map((time) => reviewMoment(localInstant(REVIEW_DIGEST_ON, time, zone), zone)),
  );
  const once = [...Map.groupBy(moments, ({ at }) => at.getTime()).values()].flatMap((same) => same.slice(0, 1));
  return once.sort((a, b) => a.at.getTime() - b.at.getTime());
}
