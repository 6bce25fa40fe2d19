import type { Database } from '../../src/platform/storage/database.ts';
import { freshDatabase } from './fresh-database.ts';

const workspaceId = 'T1';
const LONG_AGO = new Date('2025-01-01T00:00:00Z');

/** Ana and Bo are on the support team and report to Maya, who reports to a boss; Zoe is on no team. */
export async function fivePeople(): Promise<{ db: Database }> {
  const { db } = await freshDatabase();
  await db.workspace.create({ data: { id: workspaceId, name: 'Acme', botUserId: 'U0', installedAt: LONG_AGO } });
  await db.team.create({ data: { workspaceId, key: 'support', name: 'Customer Support', definedAt: LONG_AGO } });
  for (const [id, managerId, teamKey] of [
    ['UBOSS', null, null],
    ['UMAYA', 'UBOSS', null],
    ['UANA', 'UMAYA', 'support'],
    ['UBO', 'UMAYA', 'support'],
    ['UZOE', null, null],
  ] as const) {
    const named = { workspaceId, id, kind: 'person', name: id, timeZone: 'Etc/UTC' } as const;
    await db.member.create({ data: { ...named, managerId, teamKey } });
  }
  return { db };
}
