import type { Quote } from '../customer-voice/voice.ts';
import type { Move } from '../initiatives/move.ts';
import { clientKey } from './client-name.ts';
import type { DigestWeek } from './digest-week.ts';
import { isCollective, type Win } from './win.ts';
import { WIN_KINDS, winKinds } from './win-kinds.ts';

/** All that a team's digest tells of a week. Only what may be shared is ever in it. */
export interface Digest {
  teamName: string;
  week: DigestWeek;
  wins: Win[];
  moves: Move[];
  quotes: Quote[];
  /** Wins a week up to this one; null where the channel does without, or where there is nothing to compare with. */
  picture: { svg: string; altText: string } | null;
  /** How many people reacted to it. */
  celebrating: number;
}

/** The wins of one client. */
export interface ClientWins {
  client: string;
  wins: Win[];
}

/** By client, however the name was typed; what several teams won together comes first, between clients and within one. */
export function winsByClient(wins: readonly Win[]): ClientWins[] {
  const collectiveFirst = (one: Win, other: Win) => Number(isCollective(other)) - Number(isCollective(one));
  const groups = Map.groupBy(wins.toSorted(collectiveFirst), ({ client }) => clientKey(client));
  return [...groups.values()].map((ofClient) => ({ client: ofClient[0]?.client ?? '', wins: ofClient }));
}

/** What changed for clients, counted by kind: `2 clients renewed, 1 client got value sooner`. Empty, nobody said kinds. */
export function headline(wins: readonly Win[]): string {
  const parts = WIN_KINDS.flatMap((kind) => {
    const clients = new Set(wins.filter((win) => win.kind === kind).map(({ client }) => clientKey(client))).size;
    if (clients === 0) return [];
    return [clients === 1 ? `1 client ${winKinds[kind].one}` : `${clients} clients ${winKinds[kind].many}`];
  });
  return parts.join(', ');
}
