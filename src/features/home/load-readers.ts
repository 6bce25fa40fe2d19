import type { Transaction } from '../../platform/storage/database.ts';
import { loadSponsors } from '../governance/load-sponsors.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { type Action, may } from '../governance/may.ts';
import { loadMetricsInUse } from '../metrics/load-metrics-in-use.ts';
import { loadManagersAbove } from '../people/load-management.ts';
import { loadPartners } from '../plans/load-partners.ts';

/** Somebody who may see something of a member, and what. */
interface Reader {
  memberId: string;
  sees: Seen[];
  /** Names of the metrics whose numbers they see, where it is not all of them. */
  metricNames: string[];
}

/** What of a record somebody may see; everything that is shown of people is one of these. */
export const SEEN = ['see-numbers', 'see-words', 'see-wins', 'see-feedback', 'see-peer-feedback', 'edit-plan'] as const;
export type Seen = (typeof SEEN)[number] & Action;

/** Nobody is asked about more than these; of more partners and data owners than that, it is said how many there are. */
const MOST_READERS = 12;

export interface Readers {
  readers: Reader[];
  /** So many more might see something. */
  notShown: number;
}

/**
 * Who sees what of a member. Whoever could have a part in it is asked about one by one, and the access rules answer: the
 * list cannot say something else than what is done.
 */
export async function loadReaders(
  db: Transaction,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
): Promise<Readers> {
  const { metrics, asked } = await loadMetricsInUse(db, { workspaceId, memberId });
  const ofRole = metrics.filter(({ key }) => asked.includes(key));
  const candidates = [
    ...(await loadManagersAbove(db, { workspaceId, memberId })),
    ...(await loadPartners(db, { workspaceId, memberId })),
    ...ofRole.flatMap(({ dataOwnerId }) => dataOwnerId ?? []),
    ...(await loadSponsors(db, { workspaceId, memberId })),
  ].filter((id) => id !== memberId);
  const others = [...new Set(candidates)];
  const readers: Reader[] = [];
  for (const id of others.slice(0, MOST_READERS)) {
    const actor = await loadStanding(db, { workspaceId, actorId: id, now });
    const sees = SEEN.filter((action) => may(actor, action, { memberId }));
    const own = metrics.filter(({ key }) => may(actor, 'see-numbers', { memberId, metricKey: key }));
    const metricNames = sees.includes('see-numbers') ? [] : own.map(({ name }) => name);
    if (sees.length > 0 || metricNames.length > 0) readers.push({ memberId: id, sees, metricNames });
  }
  return { readers, notShown: Math.max(0, others.length - MOST_READERS) };
}
