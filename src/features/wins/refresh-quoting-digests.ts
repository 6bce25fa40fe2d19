import { refreshDeliveries } from '../../platform/jobs/ledger.ts';
import type { RefreshQuoting } from '../customer-voice/quoting.ts';
import { WIN_DIGEST } from './delivery-names.ts';
import { findDigestsOf, findDigestTeams, lockTeams } from './digest-store.ts';
import { digestDaysTelling } from './digest-week.ts';

/**
 * Has the digests of these days told anew. Of every team: whose digest quotes a customer hangs on its people and its
 * clients, and those were others when it was posted.
 */
export const refreshQuotingDigests: RefreshQuoting = async (transaction, { workspaceId, days, now }) => {
  if (days.length === 0) return;
  const keys = (await findDigestTeams(transaction, workspaceId)).map(({ key }) => key);
  await lockTeams(transaction, { workspaceId, keys, how: 'shared' });
  const telling = [...new Set(days.flatMap(digestDaysTelling))];
  const occurrence = await findDigestsOf(transaction, { workspaceId, kind: WIN_DIGEST, days: telling });
  if (occurrence.length === 0) return;
  await refreshDeliveries(transaction, { workspaceId, kind: WIN_DIGEST, occurrence }, now);
};
