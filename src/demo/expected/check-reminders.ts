import type { DemoRecord } from '../demo-record.ts';
import { onTheWall } from '../spoken-time.ts';
import { nameOf, postsAbout } from './check-prompts.ts';
import type { ExpectedCheckIn } from './expected-check-ins.ts';
import type { Finding } from './finding.ts';

const DAY_MILLISECONDS = 24 * 60 * 60_000;

/** One reminder on the next day at the same local time, to those who had not answered by then, and to no one else. */
export function checkReminders(record: DemoRecord, expected: readonly ExpectedCheckIn[]): Finding {
  const sent = postsAbout(record.posts, 'reminder');
  const problems = expected.flatMap((one) => {
    const name = nameOf(one);
    const dueAt = `${nextDay(one.day)} ${one.time}`;
    const wall = (instant: Date) => {
      const { day, time } = onTheWall(instant, one.timeZone);
      return `${day} ${time}`;
    };
    const answered = record.said.some((said) => nameOf(said) === name && wall(said.at) < dueAt);
    const reminders = sent.get(name) ?? [];
    if (reminders.length !== (answered ? 0 : 1)) return [`${name}: reminded ${reminders.length} times`];
    return reminders.filter(({ at }) => wall(at) !== dueAt).map(({ at }) => `${name}: reminded at ${wall(at)}`);
  });
  return { what: 'one reminder to those who owed an answer, none to the others', looked: sent.size, problems };
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MILLISECONDS).toISOString().slice(0, 10);
}
