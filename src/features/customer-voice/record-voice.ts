import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { identifyPeople } from '../people/identify-people.ts';
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
}

export type VoiceRecorded =
  | { outcome: 'saved' }
  | { outcome: 'gone' | 'not-yours' }
  | { outcome: 'unknown-members'; memberIds: string[] };

/** Keeps what a member heard a customer say, or a correction of it beside what it corrects. */
export async function recordVoice(db: Database, input: RecordVoice): Promise<VoiceRecorded> {
  const { workspaceId, memberId: recordedById, voiceId, content, reason, now } = input;
  const unknown = await findUnknownMembers(db, workspaceId, content.memberIds);
  if (unknown.length > 0) return { outcome: 'unknown-members', memberIds: unknown };
  if (voiceId === null) {
    await insertVoice(db, { workspaceId, content, recordedById, now });
    return { outcome: 'saved' };
  }
  const before = await findVoice(db, workspaceId, voiceId);
  if (!before) return { outcome: 'gone' };
  if (!mayCorrectVoice(recordedById, before)) return { outcome: 'not-yours' };
  const isSaved = await correctVoice(db, { workspaceId, id: voiceId, content, recordedById, reason, now });
  return { outcome: isSaved ? 'saved' : 'gone' };
}

/** Takes a voice back; it stays on record. */
export async function recordVoiceWithdrawn(
  db: Database,
  input: { workspaceId: string; memberId: string; voiceId: string; reason: string; now: Date },
): Promise<{ outcome: 'withdrawn' | 'gone' | 'not-yours' }> {
  const { workspaceId, memberId, voiceId: id, reason, now } = input;
  const voice = await findVoice(db, workspaceId, id);
  if (!voice) return { outcome: 'gone' };
  if (!mayWithdrawVoice(await loadStanding(db, { workspaceId, actorId: memberId, now }), voice))
    return { outcome: 'not-yours' };
  const isDone = await withdrawVoice(db, { workspaceId, id, withdrawnBy: memberId, reason, now });
  return { outcome: isDone ? 'withdrawn' : 'gone' };
}

/** Those of these ids that are no active person of the workspace. */
export async function findUnknownMembers(db: Database, workspaceId: string, memberIds: string[]): Promise<string[]> {
  const identities = await identifyPeople(db, { workspaceId, references: memberIds });
  return memberIds.filter((id) => identities.get(id)?.status !== 'member');
}
