import type { WorkspaceFile } from '../../features/workspaces/workspace-file.ts';
import { colleagues, isHereOn } from '../company.ts';
import type { DemoRecord } from '../demo-record.ts';
import { rosterOf } from '../roster.ts';
import { onTheWall } from '../spoken-time.ts';
import { postsAbout } from './check-prompts.ts';
import type { Finding } from './finding.ts';

/** Nobody who is not here gets a message. */
export function checkAbsent(record: DemoRecord): Finding {
  const sometimes = colleagues.filter(({ joinsOn, leavesOn }) => joinsOn !== undefined || leavesOn !== undefined);
  const problems = sometimes.flatMap((colleague) =>
    record.posts
      .filter(({ to, at }) => to === colleague.handle && !isHereOn(colleague, onTheWall(at, colleague.timeZone).day))
      .map(({ at }) => `${colleague.handle} got a message at ${at.toISOString()}`),
  );
  return { what: 'nothing to somebody before they joined or after they left', looked: sometimes.length, problems };
}

/** A manager reads of their own people, all of them; who manages nobody is told what they may see, and nothing else. */
export function checkLooks(record: DemoRecord, file: WorkspaceFile): Finding {
  const roster = rosterOf(file);
  const problems = record.looks.flatMap(({ handle, typed, reply }) => {
    const own = roster.filter(({ manager }) => manager === handle).map((one) => one.handle);
    if (own.length === 0) {
      return reply.includes('seen by themselves and the managers above them') && !/\d/.test(reply)
        ? []
        : [`${handle}, ${typed}: was not told politely what they may see`];
    }
    return colleagues.flatMap((colleague) => {
      const isShown = reply.includes(`${colleague.name}: `);
      const isDue = own.includes(colleague.handle) && colleague.leavesOn === undefined;
      return isShown === isDue ? [] : [`${handle}, ${typed}: ${colleague.name} ${isShown ? 'shown' : 'missing'}`];
    });
  });
  const kinds = new Set(record.looks.map(({ handle }) => roster.some(({ manager }) => manager === handle)));
  if (kinds.size < 2) problems.push('a manager and a colleague must both have looked');
  return {
    what: 'progress shows a manager their people, and a colleague nothing',
    looked: record.looks.length,
    problems,
  };
}

/** Around the restart: some were asked before it and some after it, and the message in doubt is there once. */
export function checkRestart({ posts, restart }: DemoRecord): Finding {
  const what = 'the restart in the middle of a Thursday sent nothing twice';
  if (!restart) return { what, looked: 0, problems: ['there was no restart'] };
  const day = restart.at.toISOString().slice(0, 10);
  const about = [...postsAbout(posts, 'prompt')].filter(([name]) => name.endsWith(day));
  const sent = about.flatMap(([, group]) => group);
  const twice = about.filter(([, group]) => group.length > 1).map(([name]) => `${name}: asked again`);
  const interrupted = sent.filter(({ to }) => to === restart.interrupted).length;
  const isInTheMiddle = sent.some(({ at }) => at < restart.at) && sent.some(({ at }) => at > restart.at);
  const problems = [
    ...twice,
    ...(interrupted === 1 ? [] : [`${restart.interrupted}: ${interrupted} prompts`]),
    ...(restart.answersLost === 1 && restart.searches > 0 ? [] : ['no message was in doubt and looked for in Slack']),
    ...(isInTheMiddle ? [] : ['it was not in the middle']),
  ];
  return { what, looked: sent.length, problems };
}
