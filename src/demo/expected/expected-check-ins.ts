import type { WorkspaceFile } from '../../features/workspaces/workspace-file.ts';
import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import { colleagueCalled, isHereOn, timeZoneOn } from '../company.ts';
import { STORY_ENDS_AT } from '../quarter.ts';
import { rosterOf } from '../roster.ts';

/** One time that somebody must be asked, worked out from the workspace file and the company alone. */
export interface ExpectedCheckIn {
  handle: string;
  cadenceName: string;
  day: CalendarDay;
  time: string;
  timeZone: string;
}

const DAY_MILLISECONDS = 24 * 60 * 60_000;
const EVERY_DAYS: Readonly<Record<string, number>> = { week: 7, fortnight: 14 };

export function expectedCheckIns(file: WorkspaceFile): ExpectedCheckIn[] {
  return file.cadences.flatMap(({ name: cadenceName, teams, every, day: weekday, time, starts_on: startsOn = '' }) => {
    const people = rosterOf(file).filter(({ team }) => teams.includes(team.key));
    return daysOf(startsOn, weekday ?? 1, EVERY_DAYS[every] ?? 0).flatMap((day) =>
      people.flatMap(({ handle }) => {
        const colleague = colleagueCalled(handle);
        if (!isHereOn(colleague, day)) return [];
        return [{ handle, cadenceName, day, time, timeZone: timeZoneOn(colleague, day) }];
      }),
    );
  });
}

/** By counting days in UTC: nothing of the product's own calendar is asked. */
function daysOf(startsOn: string, weekday: number, everyDays: number): CalendarDay[] {
  const start = Date.parse(`${startsOn}T00:00:00Z`);
  const first = start + ((weekday - (new Date(start).getUTCDay() || 7) + 7) % 7) * DAY_MILLISECONDS;
  const count = Math.ceil((STORY_ENDS_AT.getTime() - first) / (everyDays * DAY_MILLISECONDS));
  return Array.from(
    { length: count },
    (_, index) => new Date(first + index * everyDays * DAY_MILLISECONDS).toISOString().slice(0, 10) as CalendarDay,
  );
}
