import { type CalendarDay, plusDays, readableDay } from '../platform/time/calendar-day.ts';
import { namesOf } from './company.ts';
import type { Said } from './demo-record.ts';
import { mannerOf } from './habits.ts';
import { kindOf } from './message-kind.ts';
import type { Moment } from './moment.ts';
import { namedList } from './named-list.ts';
import { thursdayOf, WEEKS } from './quarter.ts';
import { seenPosts } from './seen-posts.ts';
import type { Stage } from './stage.ts';

/** Before it is Thursday morning anywhere that the company lives. */
export function weekHeading(week: number): Moment {
  const day = thursdayOf(week);
  return {
    at: new Date(`${day}T00:00:00Z`),
    async play({ narrator }) {
      narrator.heading(`Week ${week} of ${WEEKS}, ${readableDay(day)}${week === 1 ? ', told in full' : ''}`);
    },
  };
}

/** What a week came to, when the next one, or the morning of the evidence, is about to begin. */
export function summaryMoment(week: number): Moment {
  const day = thursdayOf(week);
  return {
    at: new Date(`${plusDays(day, week === WEEKS ? 4 : 6)}T23:00:00Z`),
    async play(stage) {
      await stage.world.ring();
      stage.newPosts();
      stage.narrator.note(summaryOf(stage, week, day));
    },
  };
}

function summaryOf({ world, said }: Stage, week: number, day: CalendarDay): string {
  const prompts = seenPosts(world.slack).flatMap((post) => {
    const kind = kindOf(post);
    return kind.kind === 'prompt' && kind.day === day ? [post] : [];
  });
  const answered = new Map(said.filter((one) => one.day === day).map((one) => [one.handle, one]));
  const answers = [...answered.values()];
  const count = (manner: string) => answers.filter(({ handle }) => mannerOf(handle, week) === manner).length;
  const missing = namesOf(prompts.map(({ to }) => to).filter((handle) => !answered.has(handle)));
  const counts = [
    `${prompts.length} asked`,
    `${count('soon')} answered the same day`,
    ...(count('reminded') > 0 ? [`${count('reminded')} after the reminder`] : []),
    ...(count('late') > 0 ? [`${count('late')} late`] : []),
    ...(missing.length > 0 ? [`${namedList(missing)} not at all`] : []),
  ];
  return `${counts.join(', ')}. Wins: ${namedList(clientsOf(answers))}.`;
}

function clientsOf(answers: Said[]): string[] {
  return answers.flatMap(({ answer }) => answer.win?.client ?? []);
}
