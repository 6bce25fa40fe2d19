import type { Logger } from 'pino';
import type { Delivery } from '../storage/client/client.ts';
import { backOff, MOST_ATTEMPTS } from './back-off.ts';
import { claim } from './ledger/claim.ts';
import { putBack, recordDead } from './ledger/settle.ts';
import type { Pace } from './pace.ts';
import { reconcileDelivery } from './reconcile-delivery.ts';
import { NotRecorded, type SendingContext, type SendingOutcome, sendDelivery } from './send-delivery.ts';

export interface LaneOptions extends Omit<SendingContext, 'now'> {
  workspaceId: string;
  log: Logger;
  pace: Pace;
  prepare(deliveries: Delivery[], now: Date): Promise<void>;
  onSettled(delivery: Delivery, outcome: SendingOutcome): void;
}

/** The deliveries of one workspace in this process: it waits for no other workspace, and makes none wait. */
export interface Lane {
  /** Sends until nothing is due that may go now. Resolves when what it took is settled. */
  drain(): Promise<void>;
  /** Sends whenever something is due, until it is stopped. */
  start(): void;
  wake(): void;
  /** Takes nothing more and waits for what is in hand. */
  stop(): Promise<void>;
}

/** Slack answers in a tenth of a second or two: enough for the fastest pace that it allows, several times over. */
const MOST_IN_HAND = 20;
/** A net under notifications that were lost, and for leases that end. */
const POLL_MILLISECONDS = 5_000;
const SOONEST_MILLISECONDS = 50;

interface Taken {
  taken: number;
  /** Nothing was in hand before. */
  wasIdle: boolean;
  again?: Date;
}

export function createLane(options: LaneOptions): Lane {
  const { db, clock, log, workspaceId, pace } = options;
  const kinds = [...options.kinds.keys()];
  const inHand = new Set<Promise<void>>();
  let stopping = false;
  let running: Promise<void> = Promise.resolve();
  let taking: Promise<unknown> = Promise.resolve();
  let woken = Promise.withResolvers<void>();

  /** A bug or a broken world in one delivery must not stop the others. */
  function take(delivery: Delivery, work: () => Promise<void>): void {
    const done = work()
      .catch((error) => log.error({ err: error, delivery: delivery.id, kind: delivery.kind }, 'a delivery failed'))
      .finally(() => inHand.delete(done));
    inHand.add(done);
  }

  async function send(delivery: Delivery, context: SendingContext): Promise<void> {
    try {
      const outcome = await sendDelivery(context, delivery);
      log.debug({ delivery: delivery.id, kind: delivery.kind, outcome }, 'delivery');
      options.onSettled(delivery, outcome);
    } catch (error) {
      if (!(error instanceof NotRecorded)) await recordFailure(delivery, context.now, error);
      throw error;
    }
  }

  async function recordFailure(delivery: Delivery, now: Date, error: unknown): Promise<void> {
    const last = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    const reason = `failed: ${last}`;
    const record =
      delivery.attempts >= MOST_ATTEMPTS
        ? recordDead(db, delivery, { reason })
        : putBack(db, delivery, { from: backOff(now, delivery), reason, countsAsAttempt: true });
    await record.catch((cause) => log.error({ err: cause, delivery: delivery.id }, 'could not record a failure'));
  }

  /** Takes as much of what is due as there are free hands; few at a time would cost a claim each. */
  async function takeDue(): Promise<Taken> {
    while (inHand.size > MOST_IN_HAND / 2) await Promise.race(inHand);
    const wasIdle = inHand.size === 0;
    if (stopping) return { taken: 0, wasIdle };
    const now = clock.now();
    const context = { ...options, now };
    const limit = MOST_IN_HAND - inHand.size;
    const { orphaned, due, again } = await claim(db, { workspaceId, kinds, now, limit, pace });
    for (const delivery of orphaned) take(delivery, () => reconcileDelivery(context, delivery));
    // Whether it succeeds or not: what is claimed must not lie about until its lease is over.
    await options.prepare(due, now).catch((error) => log.error({ err: error, workspaceId }, 'could not prepare'));
    for (const delivery of due) take(delivery, () => send(delivery, context));
    return { taken: orphaned.length + due.length, wasIdle, ...(again && { again }) };
  }

  /** One after the other, so that whoever is told that nothing is due also knows all that is in hand. */
  function takeInTurn(): Promise<Taken> {
    const next = taking.then(takeDue, takeDue);
    taking = next;
    return next;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      woken = Promise.withResolvers();
      const { taken, again } = await takeInTurn().catch((error) => {
        log.error({ err: error, workspaceId }, 'the ledger could not be reached; it is tried again');
        return { taken: 0, wasIdle: true, again: undefined };
      });
      if (taken > 0) continue;
      const wait = again ? again.getTime() - clock.now().getTime() : POLL_MILLISECONDS;
      const timer = setTimeout(woken.resolve, Math.min(POLL_MILLISECONDS, Math.max(SOONEST_MILLISECONDS, wait)));
      await woken.promise;
      clearTimeout(timer);
    }
  }

  return {
    async drain() {
      for (;;) {
        const { taken, wasIdle } = await takeInTurn();
        if (taken > 0) continue;
        // What was in hand while we looked may have left more to do.
        if (wasIdle) return;
        if (inHand.size > 0) await Promise.race(inHand);
      }
    },
    start() {
      running = run();
    },
    wake: () => woken.resolve(),
    async stop() {
      stopping = true;
      woken.resolve();
      await running;
      await Promise.all(inHand);
    },
  };
}
