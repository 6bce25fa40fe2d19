import type { Transaction } from '../../platform/storage/database.ts';
import type { LookPart } from './look.ts';
import { findLooksBy, insertLooks } from './store.ts';

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

/**
 * The same for a message that is brought up to date: only what it shows of numbers that it has not shown `since`. Two that
 * do so at once may write it down twice: rather that than not at all.
 */
export async function recordNewLooks(
  db: Transaction,
  looks: Omit<Parameters<typeof recordLooks>[1], 'at'> & { at: Required<LookedAt>[]; since: Date },
): Promise<void> {
  const { since, at, ...look } = looks;
  const { workspaceId, actorId, surface } = look;
  const subjectIds = at.map(({ subjectId }) => subjectId);
  const before = await findLooksBy(db, { workspaceId, actorId, surface, subjectIds, since });
  const seen = new Set(before.flatMap(({ subjectId, metricKeys }) => metricKeys.map((key) => `${subjectId} ${key}`)));
  const fresh = at.map((one) => ({
    ...one,
    metricKeys: one.metricKeys.filter((key) => !seen.has(`${one.subjectId} ${key}`)),
  }));
  await recordLooks(db, { ...look, at: fresh.filter(({ metricKeys }) => metricKeys.length > 0) });
}
