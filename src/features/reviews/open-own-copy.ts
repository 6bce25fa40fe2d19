import type { WebClient } from '@slack/web-api';
import { csvLine } from '../../platform/csv/write-csv.ts';
import type { Message } from '../../platform/slack/message.ts';
import { uploadFile } from '../../platform/slack/upload-file.ts';
import type { Database } from '../../platform/storage/database.ts';
import { loadOwnCopy } from './load-own-copy.ts';
import type { CopyFile } from './own-copy.ts';
import { fileWords, ownCopyMessage } from './own-copy-message.ts';

const LONGEST_UPLOAD_MILLISECONDS = 60_000;

/** Puts a copy of what one may read about oneself into one's own messages, a file for each kind there is any of. */
export async function openOwnCopy(
  db: Database,
  asks: { client: Pick<WebClient, 'files' | 'conversations'>; workspaceId: string; memberId: string; now: Date },
): Promise<Message> {
  const { client, memberId } = asks;
  const files = (await loadOwnCopy(db, asks)).filter(({ rows }) => rows.length > 1);
  if (files.length === 0) return ownCopyMessage(files);
  const channel = (await client.conversations.open({ users: memberId })).channel?.id;
  if (channel === undefined) throw new Error('Slack named no conversation');
  for (const file of files) {
    const shared = { channel, words: fileWords(file) };
    const { name } = file;
    await uploadFile(client, {
      name,
      title: name,
      bytes: asCsv(file),
      timeoutMilliseconds: LONGEST_UPLOAD_MILLISECONDS,
      shared,
    });
  }
  return ownCopyMessage(files);
}

/** Spreadsheets take the mark at the beginning as a sign of UTF-8. */
function asCsv({ rows }: CopyFile): Uint8Array {
  return Buffer.from(`\uFEFF${rows.map(csvLine).join('')}`);
}
