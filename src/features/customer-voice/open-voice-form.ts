import type { ModalView } from '@slack/types';
import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { loadMetricNames } from '../metrics/load-metric-names.ts';
import { findToday } from '../people/find-today.ts';
import { findVoice } from './store.ts';
import { voiceForm } from './voice-form.ts';
import { mayCorrectVoice, mayWithdrawVoice } from './voice-rights.ts';
import { withdrawVoiceForm } from './withdraw-voice-form.ts';

interface Asked {
  workspaceId: string;
  memberId: string;
  now: Date;
}

export type VoiceFormOpened = { outcome: 'form'; form: ModalView } | { outcome: 'gone' | 'not-yours' };

/** A form for a new voice, or to correct one that this member recorded. */
export async function openVoiceForm(db: Database, asked: Asked & { voiceId?: string }): Promise<VoiceFormOpened> {
  const { workspaceId, memberId, voiceId } = asked;
  const metrics = await loadMetricNames(db, workspaceId);
  const today = await findToday(db, asked);
  if (voiceId === undefined) return { outcome: 'form', form: voiceForm({ today, metrics }) };
  const voice = await findVoice(db, workspaceId, voiceId);
  if (!voice) return { outcome: 'gone' };
  if (!mayCorrectVoice(memberId, voice)) return { outcome: 'not-yours' };
  return { outcome: 'form', form: voiceForm({ today, metrics, voice }) };
}

export async function openWithdrawVoiceForm(
  db: Database,
  { workspaceId, memberId, voiceId, now }: Asked & { voiceId: string },
): Promise<VoiceFormOpened> {
  const voice = await findVoice(db, workspaceId, voiceId);
  if (!voice) return { outcome: 'gone' };
  const mayWithdraw = mayWithdrawVoice(await loadStanding(db, { workspaceId, actorId: memberId, now }), voice);
  return mayWithdraw ? { outcome: 'form', form: withdrawVoiceForm(voiceId) } : { outcome: 'not-yours' };
}
