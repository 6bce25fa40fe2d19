import type { ModalView } from '@slack/types';
import { mergeEdit, type Remembered } from '../../platform/slack/meanwhile.ts';
import type { Database, Transaction } from '../../platform/storage/database.ts';
import { lockRow } from '../../platform/storage/lock-row.ts';
import { dayOf } from '../../platform/time/calendar-day.ts';
import { loadWorkingCalendar } from '../people/load-working-calendars.ts';
import { type DependencyWords, mayRelease, wordsOf } from './dependency.ts';
import { findDependency, saveDependency } from './dependency-store.ts';
import { insertMove } from './move-store.ts';
import { reopenDependencyForm } from './open-joint-work.ts';
import { findTeamKey } from './team-store.ts';

export interface DependencySubmission {
  workspaceId: string;
  memberId: string;
  /** Of the one that is edited. */
  id: string | undefined;
  words: DependencyWords;
  /** What stood there when the form was filled in. */
  remembered: Remembered;
  now: Date;
}

export type DependencySubmitted =
  | { outcome: 'saved' | 'not-yet' | 'not-yours' }
  /** Somebody else changed the same; the form says what, with all that was typed. Nothing is saved. */
  | { outcome: 'changed-meanwhile'; view: ModalView };

/** Names what one team waits for from another; the next digests of both tell it. */
export async function submitDependency(db: Database, submission: DependencySubmission): Promise<DependencySubmitted> {
  const { workspaceId, memberId, id, words, now } = submission;
  const calendar = await loadWorkingCalendar(db, submission);
  if (words.sinceOn > dayOf(now, calendar?.timeZone ?? 'UTC')) return { outcome: 'not-yet' };
  return db.$transaction(async (transaction): Promise<DependencySubmitted> => {
    if (id !== undefined) return change(transaction, { ...submission, id });
    const dependencyId = await saveDependency(transaction, submission);
    await insertMove(transaction, { workspaceId, kind: 'waiting', dependencyId, memberId, now });
    return { outcome: 'saved' };
  });
}

async function change(
  transaction: Transaction,
  submission: DependencySubmission & { id: string },
): Promise<DependencySubmitted> {
  const { workspaceId, memberId, id, words, remembered } = submission;
  await lockRow(transaction, 'Dependency', { workspaceId, id });
  const stands = await findDependency(transaction, { workspaceId, id });
  const teamKey = await findTeamKey(transaction, workspaceId, memberId);
  if (!stands || stands.releasedAt !== null || !mayRelease(stands, { memberId, teamKey })) {
    return { outcome: 'not-yours' };
  }
  const { fields, clashes } = mergeEdit(remembered, words, wordsOf(stands));
  // What each of the two changed, put together, may make a team wait for itself.
  const isItself = fields.waitingTeamKey === fields.onTeamKey;
  const toShow = isItself ? (['waitingTeamKey', 'onTeamKey'] as const) : clashes;
  if (toShow.length > 0) {
    const again = { ...submission, stands, typed: fields, clashes: toShow };
    return { outcome: 'changed-meanwhile', view: await reopenDependencyForm(transaction, again) };
  }
  await saveDependency(transaction, { ...submission, words: fields });
  return { outcome: 'saved' };
}
