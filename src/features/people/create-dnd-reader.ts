import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { z } from 'zod';
import { failedCall } from '../../platform/slack/call-outcome.ts';
import type { Database } from '../../platform/storage/database.ts';
import { findDndUnread, saveDnd } from './dnd-store.ts';

/** What Slack answers about at once. */
const BATCH = 50;
/** Asked again no sooner: it was true a moment ago, and Slack takes twenty such questions a minute. */
const FRESH_MILLISECONDS = 60_000;

const stretch = z.object({ dnd_enabled: z.boolean(), next_dnd_start_ts: z.number(), next_dnd_end_ts: z.number() });

export interface DndReader {
  /** Asks Slack who of these does not want to be disturbed, and keeps it. Never fails: what is not known holds nobody up. */
  read(memberIds: readonly string[], now: Date): Promise<void>;
}

/** One for each workspace: it remembers when Slack would rather not be asked. */
export function createDndReader(options: {
  db: Database;
  client: Pick<WebClient, 'dnd'>;
  workspaceId: string;
  log: Logger;
}): DndReader {
  const { db, client, workspaceId, log } = options;
  let notBefore = new Date(0);

  return {
    async read(memberIds, now) {
      if (now < notBefore) return;
      const readBefore = new Date(now.getTime() - FRESH_MILLISECONDS);
      const unread = await findDndUnread(db, { workspaceId, memberIds, readBefore });
      for (let at = 0; at < unread.length; at += BATCH) {
        const batch = unread.slice(at, at + BATCH);
        try {
          const { users } = await client.dnd.teamInfo({ users: batch.join(',') });
          await saveDnd(db, workspaceId, untilWhen(batch, users, now), now);
        } catch (error) {
          const failure = failedCall(error);
          const seconds = failure.kind === 'rate-limited' ? failure.retryAfterSeconds : FRESH_MILLISECONDS / 1000;
          notBefore = new Date(now.getTime() + seconds * 1000);
          log.warn(
            { workspaceId, failure },
            'do-not-disturb is not known for the moment; messages go out all the same',
          );
          return;
        }
      }
    },
  };
}

/** When each may be disturbed again; null, now. Whom Slack leaves out has nothing set. */
function untilWhen(memberIds: string[], users: unknown, now: Date): { memberId: string; dndUntil: Date | null }[] {
  const answers = z.record(z.string(), z.unknown()).safeParse(users).data ?? {};
  return memberIds.map((memberId) => {
    const dnd = stretch.safeParse(answers[memberId]).data;
    const [start, end] = [dnd?.next_dnd_start_ts ?? 0, dnd?.next_dnd_end_ts ?? 0].map((ts) => new Date(ts * 1000));
    const isQuiet = dnd?.dnd_enabled === true && start !== undefined && start <= now && end !== undefined && now < end;
    return { memberId, dndUntil: isQuiet ? end : null };
  });
}
