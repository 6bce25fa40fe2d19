import type { Transaction } from '../../platform/storage/database.ts';
import type { LookPart } from './look.ts';
import { insertLooks } from './store.ts';

export interface LookedAt {
  subjectId: string;
  parts: LookPart[];
  /** Which numbers; absent, all there are. */
  metricKeys?: string[];
}

/** Puts on the audit log what somebody looked at of others. Looking at one's own is nobody's business. */
export async function recordLooks(
  db: Transaction,
  looks: { workspaceId: string; actorId: string; at: LookedAt[]; surface: string; now: Date },
): Promise<void> {
  const { workspaceId, actorId, surface, now: lookedAt } = looks;
  const others = looks.at.filter(({ subjectId, parts }) => subjectId !== actorId && parts.length > 0);
  if (others.length === 0) return;
  const rows = others.map((one) => ({ actorId, surface, lookedAt, ...one, metricKeys: one.metricKeys ?? [] }));
  await insertLooks(db, workspaceId, rows);
}
