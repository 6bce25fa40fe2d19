import type { WebClient } from '@slack/web-api';
import type { Message } from '../../platform/slack/message.ts';
import type { Database } from '../../platform/storage/database.ts';
import { identifyAdministrator } from '../people/identify-administrator.ts';
import { loadSources } from './load-sources.ts';
import { sourcesMessage } from './sources-message.ts';

const FOR_ADMINISTRATORS =
  'Only administrators of this Slack workspace see which systems send to Throughline. Where a number of yours came from stands beside it in `/progress`; an administrator can tell you about its source.';

/** What an administrator sees of the sources; for everybody else, what they can do instead. */
export async function openSources(
  db: Database,
  { client, workspaceId, userId }: { client: Pick<WebClient, 'users'>; workspaceId: string; userId: string },
): Promise<Message> {
  if (!(await identifyAdministrator(client, userId))) return { text: FOR_ADMINISTRATORS, blocks: [] };
  return sourcesMessage(await loadSources(db, workspaceId));
}
