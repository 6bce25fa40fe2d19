import { readConfig } from '../config.ts';
import { takeUpWorkspace } from '../features/workspaces/take-up-workspace.ts';
import type { Database } from '../platform/storage/database.ts';
import { createSlackClient } from './slack-client.ts';
import type { Surroundings } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

/** Does something in the workspace that the bot token belongs to. */
export async function withWorkspace(
  { env, clock }: Surroundings,
  act: (db: Database, workspaceId: string) => Promise<void>,
): Promise<void> {
  const { database, slack } = readConfig(env);
  await withDatabase(database, async (db) => {
    const client = createSlackClient(slack.botToken, slack.apiUrl);
    await act(db, await takeUpWorkspace(db, { client, now: clock.now() }));
  });
}
