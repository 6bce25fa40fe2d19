import type { Transaction } from '../../platform/storage/database.ts';
import type { LookPart } from './look.ts';
import { findLooksBy, insertLooks, type SeenBefore } from './store.ts';

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
 * The same for what is brought up to date where somebody has it before them: only what it has not shown there `since`. Two
 * that do so at once may write it down twice: rather that than not at all.
 */
export async function recordNewLooks(
  db: Transaction,
  looks: Parameters<typeof recordLooks>[1] & { since: Date },
): Promise<void> {
  const { since, at, ...look } = looks;
  const { workspaceId, actorId, surface } = look;
  const subjectIds = at.map(({ subjectId }) => subjectId);
  const before = await findLooksBy(db, { workspaceId, actorId, surface, subjectIds, since });
  const seen = Map.groupBy(before, ({ subjectId }) => subjectId);
  const fresh = at.flatMap((one) => notSeen(one, seen.get(one.subjectId) ?? []));
  await recordLooks(db, { ...look, at: fresh });
}

/** What of a look was not seen before; nothing where all of it was. */
function notSeen(look: LookedAt, before: readonly SeenBefore[]): LookedAt[] {
  const ofNumbers = before.filter(({ parts }) => parts.includes('numbers'));
  const isOnLog = (key: string) => ofNumbers.some(({ metricKeys: keys }) => keys.length === 0 || keys.includes(key));
  const metricKeys = look.metricKeys?.filter((key) => !isOnLog(key));
  const isNew = (part: LookPart) => {
    if (part !== 'numbers') return !before.some(({ parts }) => parts.includes(part));
    return metricKeys ? metricKeys.length > 0 : !ofNumbers.some((one) => one.metricKeys.length === 0);
  };
  const parts = look.parts.filter(isNew);
  return parts.length > 0 ? [{ ...look, parts, ...(metricKeys && { metricKeys }) }] : [];
}
