import { Prisma } from '../../storage/client/client.ts';
import type { Transaction } from '../../storage/database.ts';
import { type Pace, turnsAt } from '../pace.ts';

/** The methods of Slack that deliveries go through; each has a limit of its own in each workspace. */
export type SlackMethod =
  | 'chat.postMessage'
  | 'chat.update'
  | 'conversations.history'
  | 'conversations.open'
  | 'conversations.replies';

/** Slack asked us to wait: nobody calls this method in this workspace before `until`. */
export async function pauseMethod(
  db: Transaction,
  { workspaceId, method, until }: { workspaceId: string; method: SlackMethod; until: Date },
): Promise<void> {
  await db.$executeRaw`
    insert into "MethodLimit" ("workspaceId", method, "pausedUntil") values (${workspaceId}, ${method}, ${until})
    on conflict ("workspaceId", method) do update
      set "pausedUntil" = greatest("MethodLimit"."pausedUntil", excluded."pausedUntil")`;
}

/** A condition: whether the method that `method` names, itself SQL, has to wait. */
export function isPaused(workspaceId: string, method: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`exists (
    select from "MethodLimit" paused
    where paused."workspaceId" = ${workspaceId} and paused.method = ${method} and paused."pausedUntil" > ${now})`;
}

interface Turns {
  /** How many messages may go now. */
  left: number;
  pausedUntil?: Date;
  /** Takes so many of them. */
  spend(count: number): Promise<void>;
}

/** What the pace and Slack leave for posting. Until the transaction ends nobody else may ask. */
export async function lockTurns(
  transaction: Transaction,
  { workspaceId, now, pace }: { workspaceId: string; now: Date; pace: Pace },
): Promise<Turns> {
  const method: SlackMethod = 'chat.postMessage';
  const { pausedUntil, spentUntil } = await transaction.methodLimit.upsert({
    where: { workspaceId_method: { workspaceId, method } },
    create: { workspaceId, method },
    update: { method },
  });
  const turns = turnsAt(pace, spentUntil, now);
  return {
    left: turns.left,
    ...(pausedUntil !== null && pausedUntil > now && { pausedUntil }),
    async spend(count) {
      await transaction.methodLimit.update({
        where: { workspaceId_method: { workspaceId, method } },
        data: { spentUntil: turns.spent(count) },
      });
    },
  };
}
