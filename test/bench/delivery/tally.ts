import type { Database } from '../../../src/platform/storage/database.ts';
import type { LargeCompanyInSlack } from './large-company.ts';

/** What became of a send-out: what the ledger says, held against what stands in Slack. */
export interface Tally {
  /** Messages in Slack. */
  sent: number;
  /** The ledger says sent, or nobody will try again, and it is not in Slack. */
  lost: number;
  /** Messages beyond the first of the same delivery. */
  doubled: number;
  /** When each arrived, in seconds by Slack's clock, in order. */
  arrivedAt: number[];
}

export async function tally(db: Database, { slack, workspaceId }: LargeCompanyInSlack): Promise<Tally> {
  const rows = await db.delivery.findMany({
    where: { workspaceId },
    select: { id: true, status: true, channelId: true },
  });
  const arrivals = new Map<string, number[]>();
  for (const channelId of new Set(rows.flatMap((row) => row.channelId ?? []))) {
    for (const { metadata, ts } of slack.messages(channelId)) {
      const key = keyOf(metadata);
      if (key !== undefined) arrivals.set(key, [...(arrivals.get(key) ?? []), Number(ts)]);
    }
  }
  const counts = rows.map(({ id, status }) => ({ status, at: arrivals.get(id) ?? [] }));
  return {
    sent: counts.filter(({ at }) => at.length > 0).length,
    lost: counts.filter(({ status, at }) => at.length === 0 && status !== 'pending').length,
    doubled: counts.reduce((sum, { at }) => sum + Math.max(0, at.length - 1), 0),
    arrivedAt: counts.flatMap(({ at }) => at).sort((one, other) => one - other),
  };
}

function keyOf(metadata: Record<string, unknown> | undefined): string | undefined {
  const payload = metadata?.['event_payload'];
  return typeof payload === 'object' && payload && 'key' in payload ? String(payload.key) : undefined;
}
