import type { Delivery } from '../../platform/storage/client/client.ts';
import type { Transaction } from '../../platform/storage/database.ts';
import { plusDays } from '../../platform/time/calendar-day.ts';
import { loadQuotes } from '../customer-voice/load-quotes.ts';
import { loadMoves } from '../initiatives/load-moves.ts';
import { loadTeamMembers } from '../people/load-team-members.ts';
import { countCelebrating } from './celebration-store.ts';
import { clientKey } from './client-name.ts';
import type { Digest } from './digest.ts';
import { readDigestOccurrence } from './digest-occurrence.ts';
import { type DigestTeam, findDigestTeams } from './digest-store.ts';
import { weekUpTo } from './digest-week.ts';
import { findWinDays, findWins } from './store.ts';
import { CHART_WEEKS, winChart } from './win-chart.ts';

const MOST_QUOTES = 3;

/**
 * What a team's digest tells as the world is now: wins that may be shared, what moved since the digest before, and words
 * of customers who agreed to be quoted, about the team's people or the clients it won with. Undefined: the team is gone.
 */
export async function loadDigest(
  db: Transaction,
  { id, workspaceId, occurrence }: Pick<Delivery, 'id' | 'workspaceId' | 'occurrence'>,
): Promise<{ team: DigestTeam; digest: Digest } | undefined> {
  const { teamKey, to } = readDigestOccurrence(occurrence);
  const [team] = await findDigestTeams(db, workspaceId, { keys: [teamKey] });
  if (!team) return undefined;
  const week = weekUpTo(team, to);
  const { from } = week;
  const wins = await findWins(db, { workspaceId, teamKey, from, to, onlyShareable: true });
  const isWanted = (part: string) => !team.leavesOut.includes(part);
  const after = weekUpTo(team, plusDays(to, -7)).dueAt;
  const moves = isWanted('initiatives') ? await loadMoves(db, { workspaceId, teamKey, after, until: week.dueAt }) : [];
  const quotes = isWanted('quotes') ? await quotesFor() : [];
  const celebrating = await countCelebrating(db, id);
  const picture = isWanted('picture') && wins.length > 0 ? await pictureOf() : null;
  return { team, digest: { teamName: team.name, week, wins, moves, quotes, picture, celebrating } };

  async function pictureOf(): Promise<Digest['picture']> {
    const span = { from: plusDays(to, 1 - 7 * CHART_WEEKS), to };
    const all = await findWinDays(db, { workspaceId, teamKey, ...span, onlyShareable: true });
    // One week alone is no picture of anything.
    return all.length > wins.length ? winChart(all, to) : null;
  }

  async function quotesFor(): Promise<Digest['quotes']> {
    const ours = new Set(await loadTeamMembers(db, { workspaceId, teamKey }));
    const clients = new Set(wins.map(({ client }) => clientKey(client)));
    const all = await loadQuotes(db, { workspaceId, from, to });
    return all
      .filter(
        ({ memberIds, client }) =>
          memberIds.some((memberId) => ours.has(memberId)) || (client !== null && clients.has(clientKey(client))),
      )
      .slice(0, MOST_QUOTES);
  }
}
