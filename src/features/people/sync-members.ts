import type { WebClient } from '@slack/web-api';
import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Database } from '../../platform/storage/database.ts';
import { recordAwayStatuses } from './record-away-statuses.ts';
import { readSlackUser } from './slack-user.ts';
import { claimMembersSync, releaseMembersSync, saveSlackPeople } from './store.ts';

export type MembersSync =
  | { outcome: 'synced'; members: number }
  /** Somebody took up the list lately, or is at it right now, or the workspace is not known. */
  | { outcome: 'not_due' }
  /** Slack would have us wait for too long. What came before is kept; the next sync begins anew. */
  | { outcome: 'rate_limited'; retryAfterSeconds: number };

interface SyncMembers {
  workspaceId: string;
  client: Pick<WebClient, 'users'>;
  now: Date;
  /** A list taken up this lately is fresh enough. */
  freshForMs: number;
  wait: (milliseconds: number) => Promise<void>;
}

/** What Slack recommends at most. */
const PAGE_SIZE = 200;
/** 200,000 users; more, or a cursor that goes round in circles, is not a member list. */
const MAX_PAGES = 1000;
const MAX_WAIT_SECONDS = 120;
const MAX_WAITS_PER_PAGE = 5;

/** Takes up the whole member list from Slack. With several copies, one of them does it. */
export async function syncMembers(db: Database, input: SyncMembers): Promise<MembersSync> {
  const { workspaceId, now } = input;
  const claim = await claimMembersSync(db, workspaceId, { now, since: new Date(now.getTime() - input.freshForMs) });
  if (!claim) return { outcome: 'not_due' };
  try {
    const result = await takeUpPages(db, input);
    if (result.outcome === 'rate_limited') await releaseMembersSync(db, workspaceId, { now, ...claim });
    return result;
  } catch (error) {
    await releaseMembersSync(db, workspaceId, { now, ...claim });
    throw error;
  }
}

async function takeUpPages(db: Database, input: SyncMembers): Promise<MembersSync> {
  let cursor: string | undefined;
  let members = 0;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await askPatiently(input, cursor);
    if ('retryAfterSeconds' in answer) return { outcome: 'rate_limited', ...answer };
    const people = (answer.members ?? []).map(readSlackUser).filter((person) => person !== undefined);
    if (people.length > 0) {
      await saveSlackPeople(db, input.workspaceId, people, input.now);
      await recordAwayStatuses(db, { ...input, people });
    }
    members += people.length;
    // A page may be short or empty before the end; only an empty cursor ends the list.
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return { outcome: 'synced', members };
  }
  throw new Error(`Slack's member list did not end within ${MAX_PAGES} pages.`);
}

/** Waiting keeps the place in a long list, which beginning anew would lose each time Slack asks for patience. */
async function askPatiently({ client, wait }: SyncMembers, cursor: string | undefined) {
  for (let waits = 0; ; waits += 1) {
    try {
      return await client.users.list({ limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) });
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError)) throw error;
      const retryAfterSeconds = error.retryAfter;
      if (waits === MAX_WAITS_PER_PAGE || retryAfterSeconds > MAX_WAIT_SECONDS) return { retryAfterSeconds };
      await wait(retryAfterSeconds * 1000);
    }
  }
}
