import type { WebClient } from '@slack/web-api';
import { failedCall } from '../../platform/slack/call-outcome.ts';
import { findSharedFile } from '../../platform/slack/download-file.ts';
import { type EvidenceFile, MOST_EVIDENCE_BYTES } from '../observations/evidence-file.ts';

export type EvidenceFileFound =
  | { outcome: 'found'; file: EvidenceFile }
  | { outcome: 'too-large' }
  /** In Slack's words, where it said why. */
  | { outcome: 'unreadable'; because: string | null };

/** What Slack knows of a file that was just given in a form. */
export async function findEvidenceFile(
  client: Pick<WebClient, 'files' | 'token'>,
  id: string,
): Promise<EvidenceFileFound> {
  try {
    const found = await findSharedFile(client, id);
    if (!found) return { outcome: 'unreadable', because: null };
    const { name, sizeBytes: bytes } = found;
    return bytes > MOST_EVIDENCE_BYTES ? { outcome: 'too-large' } : { outcome: 'found', file: { id, name, bytes } };
  } catch (error) {
    const failed = failedCall(error);
    return { outcome: 'unreadable', because: failed.kind === 'rate-limited' ? failed.kind : failed.error };
  }
}
