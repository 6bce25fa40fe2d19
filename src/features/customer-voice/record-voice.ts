import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { findStrangers } from '../people/find-strangers.ts';
import { quotableDays, type RefreshQuoting } from './quoting.ts';
import { correctVoice, findVoice, insertVoice, withdrawVoice } from './store.ts';
import type { VoiceContent } from './voice.ts';
import { mayCorrectVoice, mayWithdrawVoice } from './voice-rights.ts';

export interface RecordVoice {
  workspaceId: string;
  memberId: string;
  /** The one that this corrects; null, a new one. */
  voiceId: string | null;
  content: VoiceContent;
  reason: string | null;
  now: Date;
  refreshQuoting: RefreshQuoting;
}

export type VoiceRecorded =
  | { outcome: 'saved' }
  | { outcome: 'gone' | 'not-yours' }
  | { outcome: 'unknown-members'; memberIds: string[] };

/** Keeps what a member heard a customer say, or a correction of it beside what it corrects. */
export async function recordVoice(db: Database, input: RecordVoice): Promise<VoiceRecorded> {
  const { workspaceId, memberId: recordedById, voiceId: id, content, reason, now, refreshQuoting } = input;
  const stood = id === null ? null : await findVoice(db, workspaceId, id);
  const named = { workspaceId, memberIds: content.memberIds, before: stood?.memberIds ?? [] };
  const unknown = await findStrangers(db, named);
  if (unknown.length > 0) return { outcome: 'unknown-members', memberIds: unknown };
  const voice = { workspaceId, content, recordedById, now };
  return db.$transaction(async (transaction) => {
    const before = id === null ? null : await findVoice(transaction, workspaceId, id);
    if (id === null) await insertVoice(transaction, voice);
    else {
      if (!before) return { outcome: 'gone' };
      if (!mayCorrectVoice(recordedById, before)) return { outcome: 'not-yours' };
      if (!(await correctVoice(transaction, { ...voice, id, reason }))) return { outcome: 'gone' };
    }
    const days = quotableDays(before ? [before, content] : [content]);
    await refreshQuoting(transaction, { workspaceId, days, now });
    return { outcome: 'saved' };
  });
}

/** Takes a voice back; it stays on record. */
export async function recordVoiceWithdrawn(
  db: Database,
  input: Pick<RecordVoice, 'workspaceId' | 'memberId' | 'now' | 'refreshQuoting'> & { voiceId: string; reason: string },
): Promise<{ outcome: 'withdrawn' | 'gone' | 'not-yours' }> {
  const { workspaceId, memberId, voiceId: id, reason, now, refreshQuoting } = input;
  const voice = await findVoice(db, workspaceId, id);
  if (!voice) return { outcome: 'gone' };
  if (!mayWithdrawVoice(await loadStanding(db, { workspaceId, actorId: memberId, now }), voice))
    return { outcome: 'not-yours' };
  return db.$transaction(async (transaction) => {
    const isDone = await withdrawVoice(transaction, { workspaceId, id, withdrawnBy: memberId, reason, now });
    if (!isDone) return { outcome: 'gone' };
    await refreshQuoting(transaction, { workspaceId, days: quotableDays([voice]), now });
    return { outcome: 'withdrawn' };
  });
}
