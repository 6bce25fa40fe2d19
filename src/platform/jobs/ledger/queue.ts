import type { Transaction } from '../../storage/database.ts';

/** How the deliveries of a workspace stand, of all copies together. */
export interface Queue {
  /** Due, and not sent. */
  waiting: number;
  oldestSeconds: number;
  dead: number;
}

export async function readQueue(db: Transaction, workspaceId: string, now: Date): Promise<Queue> {
  const [queue] = await db.$queryRaw<Queue[]>`
    select count(*) filter (where status <> 'dead')::integer as waiting,
           count(*) filter (where status = 'dead')::integer as dead,
           coalesce(extract(epoch from ${now}::timestamptz - min("dueAt") filter (where status <> 'dead')), 0)::float8
             as "oldestSeconds"
      from "Delivery"
     where "workspaceId" = ${workspaceId}
       and (status in ('sending', 'dead') or (status = 'pending' and "dueAt" <= ${now}))`;
  return queue ?? { waiting: 0, oldestSeconds: 0, dead: 0 };
}

/** The messages that are going out now: all that were planned since the first of those that still wait. */
export interface SendOut {
  startedAt: Date;
  sent: number;
  waiting: number;
  dead: number;
  /** There was nothing to say, or nobody to say it to. */
  skipped: number;
  sentLastMinute: number;
}

/** None while nothing waits. */
export async function findSendOut(db: Transaction, workspaceId: string, now: Date): Promise<SendOut | undefined> {
  const [sendOut] = await db.$queryRaw<(Omit<SendOut, 'startedAt'> & { startedAt: Date | null })[]>`
    with going as (
      select min("plannedAt") as since from "Delivery"
       where "workspaceId" = ${workspaceId} and (status = 'sending' or (status = 'pending' and "dueAt" <= ${now})))
    select min("plannedAt") as "startedAt",
           count(*) filter (where status in ('sent', 'refreshing'))::integer as sent,
           count(*) filter (where status in ('pending', 'sending'))::integer as waiting,
           count(*) filter (where status = 'dead')::integer as dead,
           count(*) filter (where status = 'skipped')::integer as skipped,
           count(*) filter (where "sentAt" > ${new Date(now.getTime() - 60_000)})::integer as "sentLastMinute"
      from "Delivery", going
     where "workspaceId" = ${workspaceId} and "plannedAt" >= going.since`;
  const startedAt = sendOut?.startedAt ?? undefined;
  return sendOut && startedAt ? { ...sendOut, startedAt } : undefined;
}
