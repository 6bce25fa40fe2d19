import type { Delivery } from '../storage/client/client.ts';
import type { Transaction } from '../storage/database.ts';
import type { PlannedDelivery } from './delivery-kind.ts';

/** Every copy listens here; an empty notification says to workers "look again". */
export const DELIVERIES_CHANNEL = 'deliveries';

/**
 * Writes down what is owed; what stands there already is left as it is. Returns how many are new. Places are drawn by
 * lot, the same lot whoever draws: nobody is always the last of a large send-out.
 */
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
    insert into "Delivery" (id, "workspaceId", kind, recipient, occurrence, "dueAt", "plannedAt", place, "channelId")
    select gen_random_uuid(), ${workspaceId}, ${kind}, owed.recipient, owed.occurrence, owed."dueAt", ${now},
           row_number() over (order by md5(owed.recipient || owed.occurrence)) - 1,
           case when owed.recipient ~ '^[UW]' then member."directMessageId" else owed.recipient end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as owed (recipient text, occurrence text, "dueAt" timestamptz)
      left join "Member" member on member."workspaceId" = ${workspaceId} and member.id = owed.recipient
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
  const { workspaceId } = which;
  const [kinds, occurrences] = [[which.kind].flat(), [which.occurrence].flat()];
  // In the order in which `refreshPosted` takes them: two that mark the same messages would block each other. No more is
  // locked than an update locks, since two who celebrate a digest at once hold on to it both.
  await transaction.$queryRaw`
    select 1 from "Delivery"
     where "workspaceId" = ${workspaceId} and kind = any(${kinds}) and occurrence = any(${occurrences})
     order by kind, occurrence, recipient
       for no key update`;
  const where = { workspaceId, kind: { in: kinds }, occurrence: { in: occurrences } };
  // What waits is touched too: nobody can take it, and compose it from the old world, before the change is made.
  await transaction.delivery.updateMany({
    where: { ...where, status: { in: ['pending', 'sending', 'sent', 'refreshing'] } },
    data: { refreshAt: now },
  });
  await transaction.delivery.updateMany({
    where: { ...where, status: 'skipped' },
    data: { status: 'pending', dueAt: now },
  });
  await wakeWorkers(transaction);
}

/** Messages about the same thing, to whomever they go. */
export interface DeliveryName {
  kind: string;
  occurrence: string;
}

/**
 * What these messages show may have changed: those that were sent since then, or are being sent, are composed again. What was
 * not sent is left as it is; whenever it is composed, it is from the present world.
 */
export async function refreshPosted(
  transaction: Transaction,
  { workspaceId, names, since }: { workspaceId: string; names: readonly DeliveryName[]; since: Date },
  now: Date,
): Promise<void> {
  if (names.length === 0) return;
  const marked = await transaction.$executeRaw`
    update "Delivery" set "refreshAt" = ${now} where id in (
      select d.id
        from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as shown (kind text, occurrence text)
        join "Delivery" d
          on d."workspaceId" = ${workspaceId} and d.kind = shown.kind and d.occurrence = shown.occurrence
       where d.status in ('sending', 'sent', 'refreshing') and (d."sentAt" is null or d."sentAt" >= ${since})
       order by d.kind, d.occurrence, d.recipient
         for no key update of d
    )`;
  if (marked > 0) await wakeWorkers(transaction);
}

/** Another delivery of the same recipient and occurrence: the one a thread hangs from, say. */
export async function findDelivery(
  db: Transaction,
  { workspaceId, kind, recipient, occurrence }: Pick<Delivery, 'workspaceId' | 'kind' | 'recipient' | 'occurrence'>,
): Promise<Delivery | null> {
  return db.delivery.findUnique({
    where: { workspaceId_kind_occurrence_recipient: { workspaceId, kind, occurrence, recipient } },
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
    orderBy: [{ place: 'asc' }, { dueAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(({ recipient }) => recipient);
}

/** A conversation was opened: what waits for this person knows where to go. */
export async function addressDeliveries(
  db: Transaction,
  { workspaceId, recipient, channelId }: { workspaceId: string; recipient: string; channelId: string },
): Promise<void> {
  await db.delivery.updateMany({
    where: { workspaceId, recipient, status: 'pending', channelId: null },
    data: { channelId },
  });
}

/** How many deliveries stand where. The dead ones wait for an administrator. */
export async function countByStatus(
  db: Transaction,
  workspaceId: string,
): Promise<Partial<Record<Delivery['status'], number>>> {
  const groups = await db.delivery.groupBy({ by: ['status'], where: { workspaceId }, _count: true });
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
}
