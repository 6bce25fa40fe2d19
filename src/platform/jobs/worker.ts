import type { Logger } from 'pino';
import type { Messenger } from '../slack/messenger.ts';
import type { Delivery } from '../storage/client/client.ts';
import type { Database } from '../storage/database.ts';
import type { Clock } from '../time/clock.ts';
import type { DeliveryKind } from './delivery-kind.ts';
import { claimDue, claimOrphaned, putBack, recordDead } from './ledger.ts';
import { reconcileDelivery } from './reconcile-delivery.ts';
import {
  type Address,
  backOff,
  MOST_ATTEMPTS,
  type SendingContext,
  type SendingOutcome,
  sendDelivery,
} from './send-delivery.ts';

export interface WorkerOptions {
  db: Database;
  clock: Clock;
  log: Logger;
  kinds: DeliveryKind[];
  /** The workspaces this copy holds a token for. */
  messengers: ReadonlyMap<string, Messenger>;
  findAddress(delivery: Delivery): Promise<Address>;
  /** What must be known about the recipients of a batch before any of it is composed. */
  prepare?(deliveries: Delivery[], now: Date): Promise<void>;
  onSettled?(kind: string, outcome: SendingOutcome): void;
}

export interface Worker {
  /** Sends until nothing is due. Resolves when what it took is settled. */
  drain(): Promise<void>;
  /** Drains now, whenever it is woken, and every few seconds as a net under lost notifications. */
  start(): void;
  wake(): void;
  /** Takes nothing more and waits for what is in hand. */
  stop(): Promise<void>;
}

const BATCH = 10;
const POLL_MILLISECONDS = 2_000;

export function createWorker(options: WorkerOptions): Worker {
  const { db, clock, log, messengers } = options;
  const kinds = new Map(options.kinds.map((kind) => [kind.name, kind]));
  const workspaceIds = [...messengers.keys()];
  let stopping = false;
  let running: Promise<void> = Promise.resolve();
  let draining: Promise<void> = Promise.resolve();
  let wake = () => {};

  function contextFor(delivery: Delivery, now: Date): SendingContext {
    const messenger = messengers.get(delivery.workspaceId);
    if (!messenger) throw new Error(`no messenger for workspace ${delivery.workspaceId}`);
    return { db, messenger, kinds, findAddress: options.findAddress, now };
  }

  async function sendOne(delivery: Delivery, now: Date): Promise<void> {
    const outcome = await sendDelivery(contextFor(delivery, now), delivery);
    log.debug({ delivery: delivery.id, kind: delivery.kind, outcome }, 'delivery');
    options.onSettled?.(delivery.kind, outcome);
  }

  /** A bug or a broken world in one delivery must not stop the others. */
  async function guarded(delivery: Delivery, now: Date, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error({ err: error, delivery: delivery.id, kind: delivery.kind }, 'a delivery failed');
      const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
      const spent = delivery.attempts >= MOST_ATTEMPTS;
      const record = spent
        ? recordDead(db, delivery, `failed: ${reason}`)
        : putBack(db, delivery, {
            from: backOff(now, delivery),
            reason: `failed: ${reason}`,
            countsAsAttempt: true,
          });
      await record.catch((cause) => log.error({ err: cause, delivery: delivery.id }, 'could not record a failure'));
    }
  }

  async function sendAllDue(): Promise<void> {
    while (!stopping) {
      const now = clock.now();
      const orphaned = await claimOrphaned(db, { workspaceIds, now, limit: BATCH });
      await Promise.all(orphaned.map((it) => guarded(it, now, () => reconcileDelivery(contextFor(it, now), it))));
      const due = await claimDue(db, { workspaceIds, kinds: [...kinds.keys()], now, limit: BATCH });
      await options.prepare?.(due, now);
      await Promise.all(due.map((it) => guarded(it, now, () => sendOne(it, now))));
      if (orphaned.length + due.length === 0) return;
    }
  }

  /** One at a time, so that whoever waits for a drain waits for everything this copy holds. */
  function drain(): Promise<void> {
    draining = draining.catch(() => {}).then(sendAllDue);
    return draining;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      const woken = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MILLISECONDS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      await drain().catch((error) => log.error({ err: error }, 'the delivery worker could not reach its ledger'));
      if (!stopping) await woken;
    }
  }

  return {
    drain,
    start() {
      running = run();
    },
    wake: () => wake(),
    async stop() {
      stopping = true;
      wake();
      await running;
      await draining.catch(() => {});
    },
  };
}
