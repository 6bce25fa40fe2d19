import type { Failed } from '../slack/call-outcome.ts';
import type { Messenger } from '../slack/messenger.ts';
import type { Delivery } from '../storage/client/client.ts';
import type { Database } from '../storage/database.ts';
import type { Composition, DeliveryKind } from './delivery-kind.ts';
import {
  leaveInDoubt,
  pauseWorkspace,
  putBack,
  recordDead,
  recordDestination,
  recordSent,
  recordSkipped,
  recordStanding,
} from './ledger.ts';

/** Where a recipient is reached: the channel itself, or the conversation with a member. */
export type Address = { ok: true; channel: string } | Failed | { ok: false; kind: 'gone'; error: string };

export interface SendingContext {
  db: Database;
  messenger: Messenger;
  kinds: ReadonlyMap<string, DeliveryKind>;
  findAddress(delivery: Delivery): Promise<Address>;
  now: Date;
}

export type SendingOutcome = 'sent' | 'refreshed' | 'skipped' | 'waiting' | 'in-doubt' | 'dead';

/** After so many tries the delivery goes to the dead letters, where an administrator sees it. */
export const MOST_ATTEMPTS = 8;

/** Sends, or brings up to date, one delivery that this worker holds, and records what became of it. */
export async function sendDelivery(context: SendingContext, delivery: Delivery): Promise<SendingOutcome> {
  const { db, kinds, now } = context;
  const kind = kinds.get(delivery.kind);
  if (!kind) throw new Error(`claimed a delivery of the unknown kind "${delivery.kind}"`);
  const composition = await kind.compose(db, delivery, now);
  if (composition.outcome === 'wait') {
    // Never at once: a kind that names a moment already past would be asked again without end.
    const from = later(composition.until, secondsAfter(now, 1));
    await putBack(db, delivery, { from, reason: composition.reason, countsAsAttempt: false });
    return 'waiting';
  }
  return delivery.status === 'refreshing'
    ? refresh(context, delivery, composition)
    : post(context, delivery, composition);
}

type Settled = Exclude<Composition, { outcome: 'wait' }>;

async function post(context: SendingContext, delivery: Delivery, composition: Settled): Promise<SendingOutcome> {
  const { db, messenger, now } = context;
  if (composition.outcome === 'skip') {
    await recordSkipped(db, delivery, composition.reason);
    return 'skipped';
  }
  const address = await context.findAddress(delivery);
  if (!address.ok) {
    if (address.kind !== 'gone') return giveWay(context, delivery, address, 'before');
    await recordSkipped(db, delivery, address.error);
    return 'skipped';
  }
  const threadTs = composition.threadTs ?? null;
  await recordDestination(db, delivery, { channelId: address.channel, threadTs });
  const answer = await messenger.post({
    channel: address.channel,
    ...composition.message,
    ...(threadTs === null ? {} : { threadTs }),
    key: delivery.id,
  });
  if (!answer.ok) return giveWay(context, delivery, answer, 'during');
  await recordSent(db, delivery, answer, now);
  return 'sent';
}

/** An update may safely be done twice, so doubt costs nothing here. */
async function refresh(context: SendingContext, delivery: Delivery, composition: Settled): Promise<SendingOutcome> {
  const { db, messenger } = context;
  if (composition.outcome === 'skip' || delivery.channelId === null || delivery.messageTs === null) {
    await recordStanding(db, delivery, composition.outcome === 'skip' ? composition.reason : null);
    return 'skipped';
  }
  const answer = await messenger.update({
    channel: delivery.channelId,
    ts: delivery.messageTs,
    ...composition.message,
  });
  if (!answer.ok) return giveWay(context, delivery, answer, 'before');
  await recordStanding(db, delivery, null);
  return 'refreshed';
}

/** What a failure means for the delivery depends on whether Slack may have posted all the same. */
async function giveWay(
  { db, now }: SendingContext,
  delivery: Delivery,
  failure: Failed,
  when: 'before' | 'during',
): Promise<SendingOutcome> {
  if (failure.kind === 'rate-limited') {
    const from = secondsAfter(now, failure.retryAfterSeconds);
    const reason = 'Slack asked us to wait';
    await pauseWorkspace(db, delivery.workspaceId, from);
    await putBack(db, delivery, { from, reason, countsAsAttempt: false });
    return 'waiting';
  }
  const reason = `Slack: ${failure.error}`;
  if (failure.kind === 'unknown' && when === 'during') {
    await leaveInDoubt(db, delivery, reason);
    return 'in-doubt';
  }
  if (failure.kind === 'refused' || delivery.attempts >= MOST_ATTEMPTS) {
    if (delivery.status === 'refreshing') await recordStanding(db, delivery, reason);
    else await recordDead(db, delivery, reason);
    return 'dead';
  }
  await putBack(db, delivery, { from: backOff(now, delivery), reason, countsAsAttempt: true });
  return 'waiting';
}

/** 5 s, 10 s, 20 s … at most 15 minutes. */
export function backOff(now: Date, delivery: Delivery): Date {
  return secondsAfter(now, Math.min(900, 5 * 2 ** (delivery.attempts - 1)));
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function secondsAfter(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
