import { CALL_TIMEOUT_MILLISECONDS } from '../../slack/web-client-options.ts';
import type { Delivery } from '../../storage/client/client.ts';
import type { Database } from '../../storage/database.ts';

/** A post takes no longer than this: what begins later could still be under way when the lease is over. */
const POST_SECONDS = (2 * CALL_TIMEOUT_MILLISECONDS) / 1000;

/**
 * Written before the message goes out: after a crash this is where to look for it. False when the claim is lost, or soon
 * will be, since its holder was held up: then the message is somebody else's.
 */
export async function recordDestination(
  db: Database,
  { id, leaseUntil }: Delivery,
  { channelId, threadTs }: { channelId: string; threadTs: string | null },
): Promise<boolean> {
  const count = await db.$executeRaw`
    update "Delivery" set "channelId" = ${channelId}, "threadTs" = ${threadTs}
    where id = ${id}::uuid and status = 'sending' and "leaseUntil" = ${leaseUntil}
      and "leaseUntil" > clock_timestamp() + make_interval(secs => ${POST_SECONDS})`;
  return count === 1;
}

export async function recordSent(
  db: Database,
  delivery: Delivery,
  message: { channel: string; ts: string; shownHash: string | null },
  now: Date,
): Promise<void> {
  await settle(db, delivery, {
    status: 'sent',
    channelId: message.channel,
    messageTs: message.ts,
    shownHash: message.shownHash,
    sentAt: delivery.sentAt ?? now,
    attempts: 0,
    reason: null,
    leaseUntil: null,
  });
}

/** Slack shows what was composed last. */
export async function recordShown(db: Database, delivery: Delivery, shownHash: string): Promise<void> {
  await settle(db, delivery, { status: 'sent', reason: null, attempts: 0, leaseUntil: null, shownHash });
}

/** A message that stands as it is: nothing to bring up to date, or no way to. */
export async function recordStanding(db: Database, delivery: Delivery, reason: string | null): Promise<void> {
  await settle(db, delivery, { status: 'sent', reason, attempts: 0, leaseUntil: null, shownHash: null });
}

/** There was nothing to say. What changed while this was found out is looked at again. */
export async function recordSkipped(db: Database, delivery: Delivery, reason: string): Promise<void> {
  await db.$executeRaw`
    update "Delivery" set status = (case when "refreshAt" is null then 'skipped' else 'pending' end)::"DeliveryStatus",
      "dueAt" = coalesce("refreshAt", "dueAt"), "refreshAt" = null, reason = ${reason}, attempts = 0, "leaseUntil" = null
    where id = ${delivery.id}::uuid and status = ${delivery.status}::"DeliveryStatus"
      and "leaseUntil" = ${delivery.leaseUntil}`;
}

export async function recordDead(
  db: Database,
  delivery: Delivery,
  { reason, inDoubt = false }: { reason: string; inDoubt?: boolean },
): Promise<void> {
  await settle(db, delivery, { status: 'dead', reason, inDoubt, leaseUntil: null });
}

/** Surely not sent yet, or perhaps not refreshed: try again from `from` on. */
export async function putBack(
  db: Database,
  delivery: Delivery,
  { from, reason, countsAsAttempt }: { from: Date; reason: string; countsAsAttempt: boolean },
): Promise<void> {
  await settle(db, delivery, {
    ...(delivery.messageTs === null ? { status: 'pending', dueAt: from } : { status: 'sent', refreshAt: from }),
    reason,
    leaseUntil: null,
    shownHash: null,
    ...(countsAsAttempt ? {} : { attempts: { decrement: 1 } }),
  });
}

/** It may or may not have been sent: keep the claim, and let Slack be asked when the lease is over. */
export async function leaveInDoubt(
  db: Database,
  delivery: Delivery,
  { reason, countsAsAttempt = true }: { reason: string; countsAsAttempt?: boolean },
): Promise<void> {
  await settle(db, delivery, { reason, ...(countsAsAttempt ? {} : { attempts: { decrement: 1 } }) });
}

type Settlement = Parameters<Database['delivery']['updateMany']>[0]['data'];

/** Only the holder of the claim may write: a worker that was given up for dead must not overwrite its successor. */
async function settle(db: Database, { id, status, leaseUntil }: Delivery, data: Settlement): Promise<void> {
  await db.delivery.updateMany({ where: { id, status, leaseUntil }, data });
}
