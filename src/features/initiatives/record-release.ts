import type { Database, Transaction } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
import { type Dependency, mayRelease } from './dependency.ts';
import { findDependency, saveDependencyWithdrawal, saveRelease } from './dependency-store.ts';
import { deleteMoves, insertMove } from './move-store.ts';
import { findTeamKey } from './team-store.ts';

interface Who {
  workspaceId: string;
  memberId: string;
  id: string;
  now: Date;
}

export type Released = { outcome: 'done'; dependency: Dependency } | { outcome: 'not-yours' };

/** The wait is over: somebody of the two teams, or whoever named it, says how. */
export function recordRelease(db: Database, who: Who & { note: string }): Promise<Released> {
  const { workspaceId, memberId, note: releaseNote, now } = who;
  return change(db, who, async (transaction, { id, releasedAt }) => {
    if (releasedAt) return false;
    await saveRelease(transaction, id, { releasedAt: now, releasedById: memberId, releaseNote });
    await insertMove(transaction, { workspaceId, kind: 'released', dependencyId: id, memberId, now });
    return true;
  });
}

export function recordUndoneRelease(db: Database, who: Who): Promise<Released> {
  return change(db, who, async (transaction, { id }) => {
    await saveRelease(transaction, id, { releasedAt: null, releasedById: null, releaseNote: null });
    await deleteMoves(transaction, { kind: 'released', dependencyId: id });
    return true;
  });
}

/** Named by mistake: kept, and shown nowhere. */
export function recordDependencyWithdrawal(db: Database, who: Who, isWithdrawn: boolean): Promise<Released> {
  return change(db, who, async (transaction, { id, recordedById }) => {
    if (recordedById !== who.memberId) return false;
    await saveDependencyWithdrawal(transaction, id, isWithdrawn ? who.now : null);
    return true;
  });
}

async function change(
  db: Database,
  { workspaceId, memberId, id }: Who,
  act: (transaction: Transaction, dependency: Dependency) => Promise<boolean>,
): Promise<Released> {
  return db.$transaction(async (transaction): Promise<Released> => {
    await lockRow(transaction, 'Dependency', { workspaceId, id });
    const dependency = await findDependency(transaction, { workspaceId, id, evenWithdrawn: true });
    const teamKey = await findTeamKey(transaction, workspaceId, memberId);
    if (!dependency || !mayRelease(dependency, { memberId, teamKey })) return { outcome: 'not-yours' };
    return (await act(transaction, dependency)) ? { outcome: 'done', dependency } : { outcome: 'not-yours' };
  });
}
