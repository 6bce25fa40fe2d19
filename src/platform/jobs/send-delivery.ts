import type { Failed } from '../slack/call-outcome.ts';
import type { Messenger } from '../slack/messenger.ts';
import type { Delivery } from '../storage/client/client.ts';
import type { Database } from '../storage/database.ts';
import type { Clock } from '../time/clock.ts';
import { backOff, MOST_ATTEMPTS } from './back-off.ts';
import type { Composition, DeliveryKind } from './delivery-kind.ts';
import { pauseMethod, type SlackMethod } from './ledger/limits.ts';
import {
  leaveInDoubt,
  putBack,
  recordDead,
  recordDestination,
  recordSent,
  recordShown,
  recordSkipped,
  recordStanding,
} from './ledger/settle.ts';
import { later, secondsAfter } from './moments.ts';
import { shownHash } from './shown-hash.ts';

/** Where a recipient is reached: the channel itself, or the conversation with a member. */
export type Address = { ok: true; channel: string } | Failed | { ok: false; kind: 'gone'; error: string };

export interface SendingContext {
  db: Database;
  clock: Clock;
  messenger: Messenger;
  kinds: ReadonlyMap<string, DeliveryKind>;
  findAddress(delivery: Delivery): Promise<Address>;
  /** When the delivery was claimed. */
  now: Date;
  /** Told of each time that Slack asks us to wait. */
  onRateLimited(method: SlackMethod): void;
}

/** How long nothing is tried after Slack refused the app itself. Nobody loses a message for it; it is only late. */
const BLOCKED_SECONDS = 300;

export type SendingOutcome = 'sent' | 'refreshed' | 'unchanged' | 'skipped' | 'waiting' | 'in-doubt' | 'dead';

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
  const { db, clock, messenger } = context;
  if (composition.outcome === 'skip') {
    await recordSkipped(db, delivery, composition.reason);
    return 'skipped';
  }
  const address = await context.findAddress(delivery);
  if (!address.ok) {
    if (address.kind !== 'gone') return giveWay(context, delivery, { failure: address, method: 'conversations.open' });
    await recordSkipped(db, delivery, address.error);
    return 'skipped';
  }
  const { channel } = address;
  const threadTs = composition.threadTs ?? null;
  const isOurs = await recordDestination(db, delivery, { channelId: channel, threadTs });
  if (!isOurs) return 'waiting';
  const answer = await messenger.post({
    channel,
    ...composition.message,
    ...(threadTs === null ? {} : { threadTs }),
    key: delivery.id,
  });
  try {
    if (!answer.ok) return await giveWay(context, delivery, { failure: answer, method: 'chat.postMessage' });
    await recordSent(db, delivery, { ...answer, shownHash: shownHash(composition.message) }, clock.now());
    return 'sent';
  } catch (error) {
    // The ledger does not know what Slack has. The claim stands until its lease is over; then Slack is asked.
    throw new NotRecorded('what Slack answered could not be recorded', { cause: error });
  }
}

/** After a post nothing may be put back without asking Slack. */
export class NotRecorded extends Error {}

/** An update may safely be done twice, so doubt costs nothing here. */
async function refresh(context: SendingContext, delivery: Delivery, composition: Settled): Promise<SendingOutcome> {
  const { db, messenger } = context;
  if (composition.outcome === 'skip' || delivery.channelId === null || delivery.messageTs === null) {
    await recordStanding(db, delivery, composition.outcome === 'skip' ? composition.reason : null);
    return 'skipped';
  }
  const hash = shownHash(composition.message);
  if (hash === delivery.shownHash) {
    await recordShown(db, delivery, hash);
    return 'unchanged';
  }
  const answer = await messenger.update({
    channel: delivery.channelId,
    ts: delivery.messageTs,
    ...composition.message,
  });
  if (!answer.ok) return giveWay(context, delivery, { failure: answer, method: 'chat.update' });
  await recordShown(db, delivery, hash);
  return 'refreshed';
}

/** What a failure means for the delivery depends on whether Slack may have posted all the same. */
async function giveWay(
  { db, now, onRateLimited }: SendingContext,
  delivery: Delivery,
  { failure, method }: { failure: Failed; method: SlackMethod },
): Promise<SendingOutcome> {
  if (failure.kind === 'rate-limited') {
    const until = secondsAfter(now, Math.max(1, failure.retryAfterSeconds));
    onRateLimited(method);
    await pauseMethod(db, { workspaceId: delivery.workspaceId, method, until });
    await putBack(db, delivery, { from: until, reason: 'Slack asked us to wait', countsAsAttempt: false });
    return 'waiting';
  }
  const reason = `Slack: ${failure.error}`;
  if (failure.kind === 'unknown' && method === 'chat.postMessage') {
    await leaveInDoubt(db, delivery, { reason });
    return 'in-doubt';
  }
  if (failure.kind === 'blocked') {
    const until = secondsAfter(now, BLOCKED_SECONDS);
    await pauseMethod(db, { workspaceId: delivery.workspaceId, method, until });
    await putBack(db, delivery, { from: until, reason, countsAsAttempt: false });
    return 'waiting';
  }
  if (failure.kind === 'refused' || delivery.attempts >= MOST_ATTEMPTS) {
    if (delivery.status === 'refreshing') await recordStanding(db, delivery, reason);
    else await recordDead(db, delivery, { reason });
    return 'dead';
  }
  await putBack(db, delivery, { from: backOff(now, delivery), reason, countsAsAttempt: true });
  return 'waiting';
}
