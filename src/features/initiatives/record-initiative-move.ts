import type { Database, Transaction } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
import { type Initiative, mayChange } from './initiative.ts';
import { findInitiative, saveClosing, saveMilestone } from './initiative-store.ts';
import { deleteMoves, insertMove } from './move-store.ts';

interface Who {
  workspaceId: string;
  memberId: string;
  id: string;
  now: Date;
}

type Moved = { outcome: 'done' | 'not-yours' };

/** A milestone is reached, or with `isReached` false not after all. */
export function recordMilestone(db: Database, who: Who & { milestoneId: string; isReached: boolean }): Promise<Moved> {
  return change(db, who, async (transaction, { id: initiativeId, milestones, closedAt }) => {
    const { workspaceId, memberId, milestoneId, isReached, now } = who;
    const milestone = milestones.find((one) => one.id === milestoneId);
    if (!milestone || closedAt) return false;
    // Pressed twice, it is reached once.
    if ((milestone.doneAt !== null) === isReached) return true;
    await saveMilestone(transaction, milestoneId, isReached ? now : null);
    const move = { kind: 'milestone', initiativeId, milestoneId } as const;
    if (isReached) await insertMove(transaction, { ...move, workspaceId, memberId, now });
    else await deleteMoves(transaction, move);
    return true;
  });
}

export function recordClosing(db: Database, who: Who & { whatCameOfIt: string }): Promise<Moved> {
  return change(db, who, async (transaction, { id, closedAt }) => {
    const { workspaceId, memberId, whatCameOfIt, now } = who;
    if (closedAt) return false;
    await saveClosing(transaction, { id, closedAt: now, whatCameOfIt });
    await insertMove(transaction, { workspaceId, kind: 'closed', initiativeId: id, memberId, now });
    return true;
  });
}

export function recordReopening(db: Database, who: Who): Promise<Moved> {
  return change(db, who, async (transaction, { id }) => {
    await saveClosing(transaction, { id, closedAt: null, whatCameOfIt: null });
    await deleteMoves(transaction, { kind: 'closed', initiativeId: id });
    return true;
  });
}

async function change(
  db: Database,
  { workspaceId, memberId, id }: Who,
  act: (transaction: Transaction, initiative: Initiative) => Promise<boolean>,
): Promise<Moved> {
  return db.$transaction(async (transaction): Promise<Moved> => {
    await lockRow(transaction, 'Initiative', { workspaceId, id });
    const initiative = await findInitiative(transaction, workspaceId, id);
    if (!initiative || !mayChange(initiative, memberId)) return { outcome: 'not-yours' };
    return { outcome: (await act(transaction, initiative)) ? 'done' : 'not-yours' };
  });
}
