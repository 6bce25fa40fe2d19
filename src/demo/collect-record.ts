import type { MessageAsSeen } from '../simulator/person/as-seen.ts';
import { channels, colleagues } from './company.ts';
import type { DemoRecord, Standing } from './demo-record.ts';
import type { DemoWorld } from './demo-world.ts';
import { readRound } from './read-round.ts';
import { seenPosts } from './seen-posts.ts';
import type { Stage } from './stage.ts';

/** The CEO is in every channel. */
const READS_ALL = 'ingrid';

/** What there is to hold against the expectations when the story is over. */
export async function collectRecord({ world, said, looks, restart }: Stage): Promise<DemoRecord> {
  const { slack } = world;
  const ofPeople = colleagues.flatMap(({ handle }) =>
    slack
      .as(handle)
      .reads('app')
      .filter(({ onlyForYou }) => !onlyForYou)
      .map(standingAt(handle)),
  );
  const ofChannels = Object.keys(channels).flatMap((name) =>
    slack
      .as(READS_ALL)
      .reads(name)
      .map(standingAt(`#${name}`)),
  );
  return {
    posts: seenPosts(slack),
    standing: [...ofPeople, ...ofChannels],
    said,
    looks,
    readings: await readRound(slack),
    restart: restart && {
      ...restart,
      answersLost: slack.requests.filter(({ method, status }) => method === 'chat.postMessage' && status === 'drop')
        .length,
      searches: slack.requests.filter(({ method }) => method === 'conversations.history').length,
    },
    ledger: await world.ledger(),
    troubles: troublesOf(world),
  };
}

function standingAt(to: string): (message: MessageAsSeen) => Standing {
  return ({ ts, text, edited, thread }) => ({ to, ts, text, edited, thread: thread.map((reply) => reply.text) });
}

function troublesOf({ slack, errors }: DemoWorld): string[] {
  const refused = slack.requests.filter(({ answer }) => answer['ok'] !== true);
  return [
    ...slack.failures.map(({ kind, reason, detail }) => `${kind} was not acknowledged: ${reason}, ${detail}`),
    ...refused.map(({ method, status, answer }) => `${method} was refused: ${String(answer['error'] ?? status)}`),
    ...errors.map((line) => `logged as an error: ${line.slice(0, 300)}`),
  ];
}
