import type { Database } from '../../platform/storage/database.ts';
import { findStrangers } from '../people/find-strangers.ts';
import { mayChange } from './initiative.ts';
import { findInitiative, lockInitiative, saveInitiative, type TypedPart } from './initiative-store.ts';
import type { TypedMilestone } from './milestone-lines.ts';
import { insertMove } from './move-store.ts';

export interface InitiativeSubmission {
  workspaceId: string;
  memberId: string;
  /** Of the one that is edited. */
  id: string | undefined;
  name: string;
  sharedOutcome: string;
  parts: TypedPart[];
  milestones: TypedMilestone[];
  now: Date;
}

export type InitiativeSubmitted =
  | { outcome: 'saved' }
  | { outcome: 'unknown-people'; memberIds: string[] }
  /** Closed meanwhile, or they have no part in it. */
  | { outcome: 'not-yours' };

/** Opens a joint initiative, or changes one. That it began is told by the next digests of everyone involved. */
export async function submitInitiative(db: Database, submission: InitiativeSubmission): Promise<InitiativeSubmitted> {
  const { workspaceId, memberId, id, parts, now } = submission;
  const stood = id === undefined ? undefined : await findInitiative(db, workspaceId, id);
  const unknown = await findStrangers(db, {
    workspaceId,
    memberIds: [memberId, ...parts.map((one) => one.memberId)],
    before: stood?.parts.map((one) => one.memberId) ?? [],
  });
  if (unknown.length > 0) return { outcome: 'unknown-people', memberIds: unknown };
  return db.$transaction(async (transaction): Promise<InitiativeSubmitted> => {
    const { id: _, ...words } = submission;
    if (id === undefined) {
      const initiativeId = await saveInitiative(transaction, words);
      await insertMove(transaction, { workspaceId, kind: 'opened', initiativeId, memberId, now });
      return { outcome: 'saved' };
    }
    await lockInitiative(transaction, id);
    const before = await findInitiative(transaction, workspaceId, id);
    if (!before || before.closedAt || !mayChange(before, memberId)) return { outcome: 'not-yours' };
    await saveInitiative(transaction, { ...words, id });
    return { outcome: 'saved' };
  });
}
