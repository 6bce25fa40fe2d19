import type { WebClient } from '@slack/web-api';
import type { FindChannel } from './find-channels.ts';

/** Slack wants less than 1000, and answers this method only twenty times a minute. */
const PAGE_SIZE = 999;
/** A hundred thousand channels; beyond, name the channel by its id. */
const MAX_PAGES = 100;

/** Finds channels by name. Slack has no question for that, so all are listed, once, when the first is asked for. */
export function createChannelLookup(client: Pick<WebClient, 'conversations'>): FindChannel {
  let listed: Promise<Map<string, string>> | undefined;
  return async (name) => {
    listed ??= listChannels(client);
    return (await listed).get(name);
  };
}

async function listChannels(client: Pick<WebClient, 'conversations'>): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await client.conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: PAGE_SIZE,
      ...(cursor ? { cursor } : {}),
    });
    for (const { id, name } of answer.channels ?? []) if (id && name) ids.set(name, id);
    // A page may be empty before the end.
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return ids;
  }
  return ids;
}
