import type { DemoRecord, Post } from '../demo-record.ts';
import { kindOf } from '../message-kind.ts';
import { onTheWall } from '../spoken-time.ts';
import type { ExpectedCheckIn } from './expected-check-ins.ts';
import type { Finding } from './finding.ts';

/** Prompts or reminders, by whom and what they are about. */
export function postsAbout(posts: readonly Post[], wanted: 'prompt' | 'reminder'): Map<string, Post[]> {
  const about = posts.flatMap((post) => {
    const kind = kindOf(post);
    return kind.kind === wanted ? [{ post, name: nameOf({ handle: post.to, ...kind }) }] : [];
  });
  const groups = Map.groupBy(about, ({ name }) => name);
  return new Map([...groups].map(([name, group]) => [name, group.map(({ post }) => post)]));
}

/** What makes one check-in that and no other, for people to read. */
export function nameOf({ handle, cadenceName, day }: { handle: string; cadenceName: string; day: string }): string {
  return `${handle}, ${cadenceName} of ${day}`;
}

export function checkPrompts(record: DemoRecord, expected: readonly ExpectedCheckIn[]): Finding[] {
  const sent = postsAbout(record.posts, 'prompt');
  const names = new Set(expected.map(nameOf));
  const wrongCount = expected.flatMap((one) => {
    const count = sent.get(nameOf(one))?.length ?? 0;
    return count === 1 ? [] : [`${nameOf(one)}: prompted ${count} times`];
  });
  const unexpected = [...sent.keys()].filter((name) => !names.has(name)).map((name) => `${name}: must not be asked`);
  const wrongTime = expected.flatMap((one) =>
    (sent.get(nameOf(one)) ?? []).flatMap(({ at }) => {
      const { day, time } = onTheWall(at, one.timeZone);
      return day === one.day && time === one.time ? [] : [`${nameOf(one)}: asked on ${day} at ${time} in their zone`];
    }),
  );
  return [
    {
      what: 'every prompt was sent once, and no other',
      looked: expected.length,
      problems: [...wrongCount, ...unexpected],
    },
    { what: 'each at the local time of its recipient, clock changes included', looked: sent.size, problems: wrongTime },
  ];
}
