import type { WebClient } from '@slack/web-api';
import type { Database } from '../../platform/storage/database.ts';
import { saveWorkspace } from './store.ts';

/** Learns from Slack which workspace the bot token belongs to, and keeps it. Rejects with Slack's error. */
export async function takeUpWorkspace(
  db: Database,
  { client, now }: { client: Pick<WebClient, 'auth'>; now: Date },
): Promise<string> {
  const { team_id: id, team: name, user_id: botUserId } = await client.auth.test();
  if (!id || !botUserId) throw new Error('Slack did not say which workspace the bot token belongs to.');
  await saveWorkspace(db, { id, name: name ?? id, botUserId, installedAt: now });
  return id;
}
