import type { ModalView } from '@slack/types';
import { mergeEdit, type Remembered } from '../../platform/slack/meanwhile.ts';
import type { Database, Transaction } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
import { findStrangers } from '../people/find-strangers.ts';
import { mayChange } from './initiative.ts';
import { findInitiative, saveInitiative } from './initiative-store.ts';
import { asTyped, type InitiativeTyped, type TypedParts } from './initiative-words.ts';
import { forgottenOf, matchMilestones } from './milestone-lines.ts';
import { insertMove } from './move-store.ts';
import { reopenInitiativeForm } from './open-joint-work.ts';

export interface InitiativeSubmission extends InitiativeTyped {
  workspaceId: string;
  memberId: string;
  /** Of the one that is edited. */
  id: string | undefined;
  /** What stood there when the form was filled in. */
  remembered: { words: Remembered; parts: Remembered };
  now: Date;
}

export type InitiativeSubmitted =
  | { outcome: 'saved' }
  | { outcome: 'unknown-people'; memberIds: string[] }
  /** A milestone that was reached stands in no line any more: what was reached is not taken back by the way. */
  | { outcome: 'reached-gone'; name: string }
  /** Somebody else changed the same; the form says what, with all that was typed. Nothing is saved. */
  | { outcome: 'changed-meanwhile'; view: ModalView }
  /** Closed meanwhile, or they have no part in it. */
  | { outcome: 'not-yours' };

/** Opens a joint initiative, or changes one. That it began is told by the next digests of everyone involved. */
export async function submitInitiative(db: Database, submission: InitiativeSubmission): Promise<InitiativeSubmitted> {
  const { workspaceId, memberId, id, words, parts, now } = submission;
  const stood = id === undefined ? undefined : await findInitiative(db, workspaceId, id);
  const unknown = await findStrangers(db, {
    workspaceId,
    memberIds: [memberId, ...Object.keys(parts)],
    before: stood?.parts.map((one) => one.memberId) ?? [],
  });
  if (unknown.length > 0) return { outcome: 'unknown-people', memberIds: unknown };
  return db.$transaction(async (transaction): Promise<InitiativeSubmitted> => {
    if (id !== undefined) return change(transaction, { ...submission, id });
    const milestones = matchMilestones([], words.milestones);
    const initiativeId = await saveInitiative(transaction, { workspaceId, memberId, ...words, milestones, parts, now });
    await insertMove(transaction, { workspaceId, kind: 'opened', initiativeId, memberId, now });
    return { outcome: 'saved' };
  });
}

async function change(
  transaction: Transaction,
  submission: InitiativeSubmission & { id: string },
): Promise<InitiativeSubmitted> {
  const { workspaceId, memberId, id, remembered, now } = submission;
  await lockRow(transaction, 'Initiative', { workspaceId, id });
  const before = await findInitiative(transaction, workspaceId, id);
  if (!before || before.closedAt || !mayChange(before, memberId)) return { outcome: 'not-yours' };
  const stands = asTyped(before);
  const words = mergeEdit(remembered.words, submission.words, stands.words);
  const parts = mergeEdit(remembered.parts, withUnasked(submission.parts, stands.parts), stands.parts);
  const clashes = [...words.clashes, ...parts.clashes];
  if (clashes.length > 0) {
    const typed = { words: words.fields, parts: parts.fields };
    const view = await reopenInitiativeForm(transaction, { workspaceId, stands: before, typed, clashes });
    return { outcome: 'changed-meanwhile', view };
  }
  const milestones = matchMilestones(before.milestones, words.fields.milestones);
  const gone = forgottenOf(before.milestones, milestones).find(({ doneAt }) => doneAt !== null);
  if (gone) return { outcome: 'reached-gone', name: gone.name };
  const all = { workspaceId, id, memberId, ...words.fields, milestones, parts: parts.fields, now };
  await saveInitiative(transaction, all);
  return { outcome: 'saved' };
}

/** What was not asked stays as it stands. */
function withUnasked(typed: TypedParts, stands: TypedParts): TypedParts {
  return Object.fromEntries(
    Object.entries(typed).map(([memberId, part]) => [memberId, part === undefined ? (stands[memberId] ?? null) : part]),
  );
}
