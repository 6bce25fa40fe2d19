import type { WorkspaceFile } from '../../features/workspaces/workspace-file.ts';
import type { DemoRecord, Said, Standing } from '../demo-record.ts';
import { kindOf } from '../message-kind.ts';
import { thursdayOf, WEEKS } from '../quarter.ts';
import { rosterOf } from '../roster.ts';
import { onTheWall } from '../spoken-time.ts';
import { lastSaid } from './check-answers.ts';
import type { Finding } from './finding.ts';

/** The digest of one team and week, and what it must tell. */
interface ExpectedDigest {
  channel: string;
  day: string;
  time: string;
  timeZone: string;
  said: Said[];
}

export function checkDigests(record: DemoRecord, file: WorkspaceFile): Finding[] {
  const expected = expectedDigests(record, file);
  const posts = record.posts.filter((post) => kindOf(post).kind === 'win-digest');
  const found = expected.map((digest) => {
    const sent = posts.filter(
      ({ to, at }) => to === digest.channel && onTheWall(at, digest.timeZone).day === digest.day,
    );
    return { ...digest, name: `${digest.channel} on ${digest.day}`, sent };
  });
  const wrongCount = found.flatMap(({ name, sent }) => (sent.length === 1 ? [] : [`${name}: ${sent.length} digests`]));
  const wrongTime = found.flatMap(({ name, sent, time, timeZone }) =>
    sent.filter(({ at }) => onTheWall(at, timeZone).time !== time).map(() => `${name}: not at ${time} there`),
  );
  const surplus = posts.length > expected.length ? [`${posts.length} digests instead of ${expected.length}`] : [];
  const untold: string[] = [];
  const stale: string[] = [];
  let changed = 0;
  for (const { name, said, sent } of found) {
    const [post] = sent;
    const standing = record.standing.find(({ to, ts }) => to === post?.to && ts === post.ts);
    if (!post || !standing) continue;
    untold.push(...untoldIn(standing, said).map((what) => `${name}: ${what}`));
    if (!said.some(({ at }) => at > post.at)) continue;
    changed += 1;
    if (!standing.edited) stale.push(`${name}: was not brought up to date`);
  }
  return [
    {
      what: 'a client-win digest for every team and week, at its hour',
      looked: expected.length,
      problems: [...wrongCount, ...wrongTime, ...surplus],
    },
    {
      what: 'each tells every win of its week, with the stories in its thread',
      looked: found.length,
      problems: untold,
    },
    { what: 'digests already posted took up what was told or edited later', looked: changed, problems: stale },
  ];
}

function expectedDigests(record: DemoRecord, file: WorkspaceFile): ExpectedDigest[] {
  const teamOf = new Map(rosterOf(file).map(({ handle, team }) => [handle, team.key]));
  const latest = lastSaid(record.said);
  return file.teams.flatMap(({ key, channel, digest }) => {
    if (channel === undefined) return [];
    return Array.from({ length: WEEKS }, (_, index) => {
      const thursday = thursdayOf(index + 1);
      const day = new Date(Date.parse(`${thursday}T00:00:00Z`) + (digest.day - 4) * 86_400_000)
        .toISOString()
        .slice(0, 10);
      const said = latest.filter(({ handle, answer, day: on }) => {
        const part = [handle, ...(answer.win?.helpers ?? [])];
        return answer.win && on === thursday && part.some((one) => teamOf.get(one) === key);
      });
      return { channel, day, time: digest.time, timeZone: digest.time_zone, said };
    });
  });
}

function untoldIn({ text, thread }: Standing, said: Said[]): string[] {
  const told = said.flatMap(({ answer }) => answer.win ?? []);
  if (told.length === 0) {
    return text.startsWith('No client wins were recorded') && thread.length === 0 ? [] : ['tells wins that nobody had'];
  }
  if (thread.length !== 1) return [`${thread.length} replies in its thread`];
  return told.flatMap(({ client, whatChanged }) => [
    ...(text.includes(client) ? [] : [`${client} is missing`]),
    ...(thread[0]?.includes(whatChanged) ? [] : [`the story of ${client} is missing`]),
  ]);
}
