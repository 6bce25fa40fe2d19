import type { Delivery } from '../storage/client/client.ts';
import type { Database, Transaction } from '../storage/database.ts';
import type { PlannedDelivery } from './delivery-kind.ts';

/** Workers listen here; a notification says only "look again". */
export const DELIVERIES_CHANNEL = 'deliveries';

/** How long a claim stands without news before another worker takes the delivery for orphaned. */
const LEASE_MILLISECONDS = 60_000;

export async function insertPlanned(
  transaction: Transaction,
  workspaceId: string,
  kind: string,
  planned: PlannedDelivery[],
  now: Date,
): Promise<number> {
  if (planned.length === 0) return 0;
  const rows = planned.map(({ recipient, occurrence, dueAt }) => ({ recipient, occurrence, dueAt }));
  // One statement, however many: ten thousand rows with their parameters one by one take seconds to prepare.
  return transaction.$executeRaw`
    insert into "Delivery" (id, "workspaceId", kind, recipient, occurrence, "dueAt", "plannedAt")
    select gen_random_uuid(), ${workspaceId}, ${kind}, owed.recipient, owed.occurrence, owed."dueAt", ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as owed (recipient text, occurrence text, "dueAt" timestamptz)
     -- Sorted: two copies that insert the same rows in different orders would deadlock on the unique key.
     order by owed.recipient, owed.occurrence
    on conflict do nothing`;
}

export async function wakeWorkers(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`select pg_notify(${DELIVERIES_CHANNEL}, '')`;
}

/**
 * Somebody changed what these messages show: what is sent will be updated, what was skipped gets another chance.
 * Part of the transaction that made the change.
 */
export async function refreshDeliveries(
  transaction: Transaction,
  which: { workspaceId: string; kind: string | string[]; occurrence: string | string[] },
  now: Date,
): Promise<void> {
  const where = {
    workspaceId: which.workspaceId,
    kind: { in: [which.kind].flat() },
    occurrence: { in: [which.occurrence].flat() },
  };
  await transaction.delivery.updateMany({
    where: { ...where, status: { in: ['sending', 'sent', 'refreshing'] } },
    data: { refreshAt: now },
  });
  await transaction.delivery.updateMany({
    where: { ...where, status: 'skipped' },
    data: { status: 'pending', dueAt: now, attempts: 0 },
  });
  await wakeWorkers(transaction);
}

/** Another delivery of the same recipient and occurrence: the one a thread hangs from, say. */
export async function findDelivery(
  db: Transaction,
  { workspaceId, kind, recipient, occurrence }: Pick<Delivery, 'workspaceId' | 'kind' | 'recipient' | 'occurrence'>,
): Promise<Delivery | null> {
  return db.delivery.findUnique({
    where: { workspaceId_kind_recipient_occurrence: { workspaceId, kind, recipient, occurrence } },
  });
}

/** The ids of what waits to be sent by `now`. */
export async function findDue(
  db: Transaction,
  { workspaceId, kind, now }: { workspaceId: string; kind: string; now: Date },
): Promise<string[]> {
  const rows = await db.delivery.findMany({
    where: { workspaceId, kind, status: 'pending', dueAt: { lte: now } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export function findDeliveries(db: Transaction, ids: string[]): Promise<Delivery[]> {
  return db.delivery.findMany({ where: { id: { in: ids } }, orderBy: [{ dueAt: 'asc' }, { recipient: 'asc' }] });
}

/** The members who are next to be written to by these kinds, the most urgent first. */
export async function findNextRecipients(
  db: Transaction,
  { workspaceId, kinds, now, limit }: { workspaceId: string; kinds: string[]; now: Date; limit: number },
): Promise<string[]> {
  const rows = await db.delivery.findMany({
    where: { workspaceId, kind: { in: kinds }, status: 'pending', dueAt: { lte: now } },
    select: { recipient: true },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(({ recipient }) => recipient);
}

/** How many deliveries stand where. The dead ones wait for an administrator. */
export async function countByStatus(
  db: Transaction,
  workspaceId: string,
): Promise<Partial<Record<Delivery['status'], number>>> {
  const groups = await db.delivery.groupBy({ by: ['status'], where: { workspaceId }, _count: true });
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
}

/**
 * Takes up to `limit` deliveries for this worker alone: those due to be sent, and sent ones due to be refreshed. Kinds
 * that only a newer copy knows are left to it.
 */
export async function claimDue(
  db: Database,
  { workspaceIds, kinds, now, limit }: { workspaceIds: string[]; kinds: string[]; now: Date; limit: number },
): Promise<Delivery[]> {
  return db.$queryRaw<Delivery[]>`
    update "Delivery" set
      status = (case when status = 'pending' then 'sending' else 'refreshing' end)::"DeliveryStatus",
      "claimedAt" = ${now}, "leaseUntil" = ${leaseFrom(now)}, "refreshAt" = null, attempts = attempts + 1
    where id in (
      select d.id from "Delivery" d join "Workspace" w on w.id = d."workspaceId"
      where d."workspaceId" = any(${workspaceIds}) and d.kind = any(${kinds})
        and ((d.status = 'pending' and d."dueAt" <= ${now}) or (d.status = 'sent' and d."refreshAt" <= ${now}))
        and (w."pausedUntil" is null or w."pausedUntil" <= ${now})
      order by d."dueAt", d.id
      limit ${limit}
      for update of d skip locked
    )
    returning *`;
}

/** Takes deliveries whose holder died, or never learnt what Slack did, so that Slack can be asked. */
export async function claimOrphaned(
  db: Database,
  { workspaceIds, now, limit }: { workspaceIds: string[]; now: Date; limit: number },
): Promise<Delivery[]> {
  return db.$queryRaw<Delivery[]>`
    update "Delivery" set "leaseUntil" = ${leaseFrom(now)}, attempts = attempts + 1
    where id in (
      select d.id from "Delivery" d join "Workspace" w on w.id = d."workspaceId"
      where d."workspaceId" = any(${workspaceIds})
        and d.status in ('sending', 'refreshing') and d."leaseUntil" <= ${now}
        and (w."pausedUntil" is null or w."pausedUntil" <= ${now})
      order by d."leaseUntil"
      limit ${limit}
      for update of d skip locked
    )
    returning *`;
}

/** Written before the message goes out: after a crash this is where to look for it. */
export async function recordDestination(
  db: Database,
  delivery: Delivery,
  destination: { channelId: string; threadTs: string | null },
): Promise<void> {
  await settle(db, delivery, destination);
}

export async function recordSent(
  db: Database,
  delivery: Delivery,
  message: { channel: string; ts: string },
  now: Date,
): Promise<void> {
  await settle(db, delivery, {
    status: 'sent',
    channelId: message.channel,
    messageTs: message.ts,
    sentAt: delivery.sentAt ?? now,
    attempts: 0,
    reason: null,
    leaseUntil: null,
  });
}

/** A message that stands as it is: nothing to bring up to date, or no way to. */
export async function recordStanding(db: Database, delivery: Delivery, reason: string | null): Promise<void> {
  await settle(db, delivery, { status: 'sent', reason, attempts: 0, leaseUntil: null });
}

export async function recordSkipped(db: Database, delivery: Delivery, reason: string): Promise<void> {
  await settle(db, delivery, { status: 'skipped', reason, leaseUntil: null });
}

export async function recordDead(db: Database, delivery: Delivery, reason: string): Promise<void> {
  await settle(db, delivery, { status: 'dead', reason, leaseUntil: null });
}

/** Surely not sent (or not refreshed) yet: try again from `from` on. */
export async function putBack(
  db: Database,
  delivery: Delivery,
  { from, reason, countsAsAttempt }: { from: Date; reason: string; countsAsAttempt: boolean },
): Promise<void> {
  await settle(db, delivery, {
    ...(delivery.messageTs === null ? { status: 'pending', dueAt: from } : { status: 'sent', refreshAt: from }),
    reason,
    leaseUntil: null,
    ...(countsAsAttempt ? {} : { attempts: { decrement: 1 } }),
  });
}

/** It may or may not have been sent: keep the claim, and let the reconciler ask Slack when the lease is over. */
export async function leaveInDoubt(db: Database, delivery: Delivery, reason: string): Promise<void> {
  await settle(db, delivery, { reason });
}

/** Slack asked us to wait: nothing of this workspace is claimed before `until`. */
export async function pauseWorkspace(db: Database, workspaceId: string, until: Date): Promise<void> {
  await db.workspace.updateMany({
    where: { id: workspaceId, OR: [{ pausedUntil: null }, { pausedUntil: { lt: until } }] },
    data: { pausedUntil: until },
  });
}

type Settlement = Parameters<Database['delivery']['updateMany']>[0]['data'];

/** Only the holder of the claim may write: a worker that was given up for dead must not overwrite its successor. */
async function settle(db: Database, delivery: Delivery, data: Settlement): Promise<void> {
  await db.delivery.updateMany({
    where: { id: delivery.id, status: delivery.status, claimedAt: delivery.claimedAt },
    data,
  });
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MILLISECONDS);
}
