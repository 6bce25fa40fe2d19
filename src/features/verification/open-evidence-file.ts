import { buffer } from 'node:stream/consumers';
import type { WebClient } from '@slack/web-api';
import { findSharedFile, type SharedFile } from '../../platform/slack/download-file.ts';
import { uploadFile } from '../../platform/slack/upload-file.ts';
import type { Database } from '../../platform/storage/database.ts';
import { loadStanding } from '../governance/load-standing.ts';
import { may } from '../governance/may.ts';
import { recordLooks } from '../governance/record-looks.ts';
import type { EvidenceFile } from '../observations/evidence-file.ts';
import { type Challenge, findChallenge } from './challenge-store.ts';
import { numberWords } from './number-message.ts';
import { findNumbers } from './store.ts';
import type { NumberValue } from './waiting.ts';

interface Asks {
  client: Pick<WebClient, 'files' | 'conversations' | 'token'>;
  workspaceId: string;
  actorId: string;
  now: Date;
}

export type EvidenceFileOpened =
  | { outcome: 'opened'; challenge: Challenge; number: NumberValue; shared: SharedFile }
  | { outcome: 'not-allowed' }
  /** Slack has it no more. */
  | { outcome: 'gone'; file: EvidenceFile; challengerId: string };

/** The file that was given with a challenge, for those who may see the number. */
export async function openEvidenceFile(
  db: Database,
  asks: Asks & { challengeId: string },
): Promise<EvidenceFileOpened> {
  const { client, workspaceId, challengeId } = asks;
  const challenge = await findChallenge(db, workspaceId, challengeId);
  const [number] = challenge ? await findNumbers(db, workspaceId, [challenge.observationId]) : [];
  if (!challenge?.evidenceFile || !number) return { outcome: 'not-allowed' };
  const { memberId, metricKey, evidenceFile: file } = challenge;
  if (!may(await loadStanding(db, asks), 'see-numbers', { memberId, metricKey })) return { outcome: 'not-allowed' };
  const shared = await findSharedFile(client, file.id);
  return shared
    ? { outcome: 'opened', challenge, number, shared }
    : { outcome: 'gone', file, challengerId: challenge.challengerId };
}

/** A file of 10 MB over a slow line. */
const LONGEST_UPLOAD_MILLISECONDS = 120_000;

/**
 * Puts a copy of it into the direct messages of whoever asked: the original is seen by its giver and the bot alone. That
 * they looked is on record before they have it.
 */
export async function showEvidenceFile(
  db: Database,
  asks: Asks,
  { challenge, number, shared }: Extract<EvidenceFileOpened, { outcome: 'opened' }>,
): Promise<{ outcome: 'shown' | 'not-handed-over' }> {
  const { client, workspaceId, actorId, now } = asks;
  const stream = await shared.open();
  if (!stream) return { outcome: 'not-handed-over' };
  const bytes = await buffer(stream);
  const channel = (await client.conversations.open({ users: actorId })).channel?.id;
  if (channel === undefined) throw new Error('Slack named no conversation');
  const at = [{ subjectId: challenge.memberId, parts: ['numbers' as const], metricKeys: [challenge.metricKey] }];
  await recordLooks(db, { workspaceId, actorId, at, surface: 'the file of a challenge', now });
  const { name } = shared;
  const words = `<@${challenge.challengerId}> gave this file with a challenge of ${numberWords(number)}`;
  await uploadFile(client, {
    name,
    title: name,
    bytes,
    timeoutMilliseconds: LONGEST_UPLOAD_MILLISECONDS,
    shared: { channel, words },
  });
  return { outcome: 'shown' };
}
