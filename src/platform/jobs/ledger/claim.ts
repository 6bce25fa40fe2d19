import { type Delivery, Prisma } from '../../storage/client/client.ts';
import type { Database, Transaction } from '../../storage/database.ts';
import { millisecondsAfter } from '../moments.ts';
import type { Pace } from '../pace.ts';
import { isPaused, lockTurns } from './limits.ts';

/** How long a claim stands without news before another worker takes the delivery for orphaned. */
const LEASE_MILLISECONDS = 60_000;
/** Slack wants no more than one message a second in a channel. */
const CHANNEL_REST_MILLISECONDS = 1000;
const MOST_PASSED_OVER = 200;
/** While the pace is spent: a few messages are taken together rather than each by a claim of its own. */
const PACE_LOOK_MILLISECONDS = 500;

export interface Claim {
  workspaceId: string;
  /** Kinds that only a newer copy knows are left to it. */
  kinds: string[];
  now: Date;
  limit: number;
  pace: Pace;
}

export interface Claimed {
  /** Their holder died, or never learnt what Slack did: Slack is to be asked. */
  orphaned: Delivery[];
  /** To be sent, or brought up to date. */
  due: Delivery[];
  /** Where nothing was taken and something waits for a moment that is known: when to look again. */
  again?: Date;
}

/**
 * Takes deliveries of one workspace for this worker alone. What somebody changed comes before what is sent by the clock.
 */
export async function claim(db: Database, wanted: Claim): Promise<Claimed> {
  const { workspaceId, kinds, now, limit } = wanted;
  const [waiting] = await db.$queryRaw<{ orphaned: boolean; refresh: boolean; send: boolean }[]>`
    select exists (select from "Delivery" d where ${isOrphaned(workspaceId)}) as orphaned,
           exists (select from "Delivery" d where ${isToRefresh(workspaceId, kinds, now)}) as refresh,
           exists (select from "Delivery" d where ${isToSend(workspaceId, kinds, now)}) as send`;
  const orphaned = waiting?.orphaned ? await claimOrphaned(db, wanted) : [];
  const due = waiting?.refresh ? await claimToRefresh(db, { ...wanted, limit: limit - orphaned.length }) : [];
  const room = limit - orphaned.length - due.length;
  const sends = waiting?.send && room > 0 ? await claimToSend(db, { ...wanted, limit: room }) : undefined;
  due.push(...(sends?.taken ?? []));
  if (orphaned.length + due.length > 0) return { orphaned, due };
  const again = sends?.again ?? (await findNextMoment(db, workspaceId, now));
  return { orphaned, due, ...(again && { again }) };
}

const isOrphaned = (workspaceId: string) => Prisma.sql`
  d."workspaceId" = ${workspaceId} and d.status in ('sending', 'refreshing') and d."leaseUntil" <= clock_timestamp()`;

const isToRefresh = (workspaceId: string, kinds: string[], now: Date) => Prisma.sql`
  d."workspaceId" = ${workspaceId} and d.kind = any(${kinds}) and d.status = 'sent' and d."refreshAt" <= ${now}`;

const isToSend = (workspaceId: string, kinds: string[], now: Date) => Prisma.sql`
  d."workspaceId" = ${workspaceId} and d.kind = any(${kinds}) and d.status = 'pending' and d."dueAt" <= ${now}`;

/** By the database's clock: a copy whose own is fast must not think another one dead. */
const lease = Prisma.sql`clock_timestamp() + make_interval(secs => ${LEASE_MILLISECONDS / 1000})`;

function claimOrphaned(db: Database, { workspaceId, now, limit }: Claim): Promise<Delivery[]> {
  const reading = Prisma.sql`case when d."threadTs" is null then 'conversations.history' else 'conversations.replies' end`;
  return db.$queryRaw<Delivery[]>`
    update "Delivery" set "leaseUntil" = ${lease}, attempts = attempts + 1
    where id in (
      select d.id from "Delivery" d
      where ${isOrphaned(workspaceId)} and not ${isPaused(workspaceId, reading, now)}
      order by d."leaseUntil"
      limit ${limit}
      for update skip locked
    )
    returning *`;
}

function claimToRefresh(db: Database, { workspaceId, kinds, now, limit }: Claim): Promise<Delivery[]> {
  return db.$queryRaw<Delivery[]>`
    update "Delivery" set status = 'refreshing', "leaseUntil" = ${lease}, "refreshAt" = null, attempts = attempts + 1
    where id in (
      select d.id from "Delivery" d
      where ${isToRefresh(workspaceId, kinds, now)} and not ${isPaused(workspaceId, Prisma.sql`'chat.update'`, now)}
      order by d."refreshAt", d.id
      limit ${limit}
      for update skip locked
    )
    returning *`;
}

/** One copy at a time in each workspace: the pace, and the rest of a channel, are for all of them together. */
function claimToSend(db: Database, wanted: Claim): Promise<{ taken: Delivery[]; again?: Date }> {
  const { workspaceId, now, limit, pace } = wanted;
  return db.$transaction(async (transaction) => {
    const turns = await lockTurns(transaction, { workspaceId, now, pace });
    if (turns.pausedUntil) return { taken: [], again: turns.pausedUntil };
    if (turns.left === 0) return { taken: [], again: millisecondsAfter(now, PACE_LOOK_MILLISECONDS) };
    const taken = await takeInTurn(transaction, { ...wanted, limit: Math.min(limit, turns.left) });
    if (taken.length === 0) return { taken, again: millisecondsAfter(now, CHANNEL_REST_MILLISECONDS) };
    await turns.spend(taken.length);
    return { taken };
  });
}

/**
 * By place before time, so that the first of a small send-out never stand behind the last of a large one. A channel that
 * rests is passed over; no more are looked at than those, so that the queue may be as long as it likes.
 */
function takeInTurn(transaction: Transaction, { workspaceId, kinds, now, limit }: Claim): Promise<Delivery[]> {
  const rested = millisecondsAfter(now, -CHANNEL_REST_MILLISECONDS);
  return transaction.$queryRaw<Delivery[]>`
    with candidate as (
      select d.id, d."channelId", d.place, d."dueAt" from "Delivery" d
       where ${isToSend(workspaceId, kinds, now)}
         and (d."channelId" is not null or not ${isPaused(workspaceId, Prisma.sql`'conversations.open'`, now)})
       order by d.place, d."dueAt", d.id
       limit ${limit + MOST_PASSED_OVER}
       for update skip locked),
    resting as (
      select "channelId" from "Delivery"
       where "workspaceId" = ${workspaceId} and "claimedAt" > ${rested} and "claimedAt" <= ${now}
         and "channelId" is not null),
    turn as (
      select *, row_number() over (partition by coalesce("channelId", id::text) order by place, "dueAt", id) as number
        from candidate
       where "channelId" is null or "channelId" not in (select "channelId" from resting)),
    chosen as (select id from turn where number = 1 order by place, "dueAt", id limit ${limit})
    update "Delivery" d set status = 'sending', "claimedAt" = ${now}, "leaseUntil" = ${lease}, "refreshAt" = null,
      attempts = attempts + 1
      from chosen where d.id = chosen.id
    returning d.*`;
}

async function findNextMoment(db: Database, workspaceId: string, now: Date): Promise<Date | undefined> {
  const [next] = await db.$queryRaw<{ at: Date | null }[]>`
    select least(
      (select min("dueAt") from "Delivery"
        where "workspaceId" = ${workspaceId} and status = 'pending' and "dueAt" > ${now}),
      (select min("refreshAt") from "Delivery" where "workspaceId" = ${workspaceId} and "refreshAt" > ${now})) as at`;
  return next?.at ?? undefined;
}
