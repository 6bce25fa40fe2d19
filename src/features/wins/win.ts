import type { CalendarDay } from '../../platform/time/calendar-day.ts';
import type { WinKind } from './win-kinds.ts';

/** A client success story: the client, what changed for them, and everyone who contributed. */
export interface Win {
  id: string;
  client: string;
  whatChanged: string;
  /** Null, not said. */
  kind: WinKind | null;
  evidenceUrl: string | null;
  /** The metric it touches, by key and by its present name. */
  metricKey: string | null;
  metricName: string | null;
  isShareable: boolean;
  wonOn: CalendarDay;
  recordedById: string;
  /** Who told of it, and then everyone who helped. */
  contributorIds: string[];
  /** The same people. */
  contributors: Contributor[];
}

export interface Contributor {
  memberId: string;
  /** The team they were on when they were named, by key and name; null, none. */
  teamKey: string | null;
  teamName: string | null;
  /** What they did; null, nobody has said it. */
  part: string | null;
  partState: PartState;
}

/** As the author told it; confirmed or corrected by the contributor; or declined: they had no part. */
export type PartState = 'told' | 'confirmed' | 'corrected' | 'declined';

/** The functions that had a part, by team name. */
export function functionsOf({ contributors }: Pick<Win, 'contributors'>): string[] {
  return [...new Set(contributors.flatMap(({ teamName }) => teamName ?? []))];
}

/** What nobody could have done alone: people of several teams had a part. */
export function isCollective({ contributors }: Pick<Win, 'contributors'>): boolean {
  return new Set(contributors.flatMap(({ teamKey }) => teamKey ?? [])).size > 1;
}
