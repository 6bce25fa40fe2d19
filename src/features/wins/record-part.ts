import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { Database } from '../../platform/storage/database.ts';
import { WIN_PART } from './delivery-names.ts';
import { lockTeams } from './digest-store.ts';
import { findTeamKeysOfWin, savePart } from './record-store.ts';
import { refreshDigests } from './refresh-digests.ts';
import { lockWin } from './store.ts';

export type PartSaid = { says: 'confirmed' } | { says: 'corrected'; part: string } | { says: 'declined' };

/** A contributor confirms what the author told of their part, says it in their own words, or that they had none. */
export async function recordPart(
  db: Database,
  { workspaceId, memberId, winId, said, now }: PartOf & { said: PartSaid; now: Date },
): Promise<{ outcome: 'saved' | 'not-named' }> {
  return db.$transaction(async (transaction) => {
    const win = await lockWin(transaction, workspaceId, winId);
    if (!win || win.withdrawnAt || !isNamed(win, memberId)) return { outcome: 'not-named' };
    const teamKeys = await findTeamKeysOfWin(transaction, { id: winId });
    await lockTeams(transaction, { workspaceId, keys: teamKeys, how: 'shared' });
    const part = said.says === 'corrected' ? { part: said.part } : {};
    await savePart(transaction, { winId, memberId, partState: said.says, ...part });
    await refreshDeliveries(transaction, { workspaceId, kind: WIN_PART, occurrence: winId }, now);
    await refreshDigests(transaction, { workspaceId, teamKeys, days: [win.wonOn], now });
    return { outcome: 'saved' };
  });
}

interface PartOf {
  workspaceId: string;
  memberId: string;
  winId: string;
}

function isNamed(win: { contributorIds: string[]; declinedIds: string[] }, memberId: string): boolean {
  return [...win.contributorIds, ...win.declinedIds].includes(memberId);
}
