import type { WebClient } from '@slack/web-api';
import { type Failed, failedCall } from './call-outcome.ts';
import { keyIn } from './delivery-metadata.ts';

export interface Search {
  channel: string;
  key: string;
  /** Nothing older is looked at. Take it well before the send: Slack's clock and ours differ. */
  since: Date;
  /** Searches the replies of this thread. */
  threadTs?: string;
}

export type Found =
  | { found: true; ts: string }
  /** Everything since then was read and it is not there. */
  | { found: false }
  /** Not known: nothing may be concluded from it, least of all that the message is absent. */
  | { found: 'unable'; reason: string; retryAfterSeconds?: number };

const PAGE_SIZE = 200;
/** 2,000 messages. A busier channel is not read to its end; the answer is then "unable", not "absent". */
const MAX_PAGES = 10;

/** Looks in Slack for a message that may or may not have been posted before a process died. */
export async function findByKey(client: WebClient, { channel, key, since, threadTs }: Search): Promise<Found> {
  const page = { channel, include_all_metadata: true, limit: PAGE_SIZE, oldest: String(since.getTime() / 1000) };
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const where = cursor === undefined ? page : { ...page, cursor };
    let answer: Awaited<ReturnType<typeof client.conversations.replies | typeof client.conversations.history>>;
    try {
      answer =
        threadTs === undefined
          ? await client.conversations.history(where)
          : await client.conversations.replies({ ...where, ts: threadTs });
    } catch (error) {
      return unable(failedCall(error));
    }
    const ts = answer.messages?.find((message) => keyIn(message.metadata) === key)?.ts;
    if (ts !== undefined) return { found: true, ts };
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) {
      return answer.has_more === true ? { found: 'unable', reason: 'page without cursor' } : { found: false };
    }
  }
  return { found: 'unable', reason: `more than ${PAGE_SIZE * MAX_PAGES} messages since then` };
}

function unable(failed: Failed): Found {
  return failed.kind === 'rate-limited'
    ? { found: 'unable', reason: 'rate limited', retryAfterSeconds: failed.retryAfterSeconds }
    : { found: 'unable', reason: failed.error };
}
