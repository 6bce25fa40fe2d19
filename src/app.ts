import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { createLinkSigner, type LinkOptions } from './features/customer-voice/create-link-signer.ts';
import { NUMBERS_CHANGED, refreshShownNumbers } from './features/observations/refresh-shown-numbers.ts';
import { createDndReader } from './features/people/create-dnd-reader.ts';
import { findAddress } from './features/people/find-address.ts';
import { openConversations } from './features/people/open-conversations.ts';
import { syncMembers } from './features/people/sync-members.ts';
import { pictureFiles } from './features/signals/picture-store.ts';
import { forgetSeenEvents, seenBefore } from './features/workspaces/seen-event-store.ts';
import { takeUpWorkspace } from './features/workspaces/take-up-workspace.ts';
import { startBell } from './platform/jobs/bell.ts';
import { createDeliveryMetrics } from './platform/jobs/delivery-metrics.ts';
import { readQueue } from './platform/jobs/ledger/queue.ts';
import { DELIVERIES_CHANNEL, findNextRecipients } from './platform/jobs/ledger.ts';
import { oneAtATime } from './platform/jobs/one-at-a-time.ts';
import { createPlanner } from './platform/jobs/planner.ts';
import { createWorker } from './platform/jobs/worker.ts';
import { createSlackApp } from './platform/slack/bolt-app.ts';
import type { ConnectionChoice } from './platform/slack/connection.ts';
import { createGallery } from './platform/slack/gallery.ts';
import { createMessenger } from './platform/slack/messenger.ts';
import { closeDatabase, isReachable, openDatabase } from './platform/storage/database.ts';
import { migrate } from './platform/storage/migrate.ts';
import { listen } from './platform/storage/notifications.ts';
import type { Clock } from './platform/time/clock.ts';
import { endpointRoutes } from './platform/web/endpoint.ts';
import { healthRoutes } from './platform/web/health.ts';
import { metricsRoute } from './platform/web/metrics.ts';
import { createRepeatLimit } from './platform/web/repeat-limit.ts';
import { deliveryKinds, numbersShownIn, registerSurfaces, webEndpoints } from './product.ts';

export const migrationsFolder = new URL('../prisma/migrations', import.meta.url).pathname;

export const systemClock: Clock = { now: () => new Date() };

export interface ServiceOptions extends LinkOptions {
  connectionString: string;
  botToken: string;
  connection: ConnectionChoice;
  slackApiUrl?: string;
  /** How fast people are written to, by all copies together. */
  messagesPerSecond: number;
  port: number;
  log: Logger;
  clock?: Clock;
  /** False where somebody else says when a minute has passed: the demo and the tests ring by hand. */
  ringsByItself?: boolean;
}

export interface Service {
  workspaceId: string;
  port: number;
  /** What happens each minute, at once, after what Slack told before it. Resolves when nothing is left that may be sent now. */
  ring(): Promise<void>;
  /** Takes nothing new, finishes what began, closes. False when something had to be cut off. */
  stop(): Promise<boolean>;
}

const MEMBERS_FRESH_MILLISECONDS = 60 * 60_000;
const EVENT_MEMORY_MILLISECONDS = 24 * 60 * 60_000;
const WRONG_TRIES_A_MINUTE = 10;
const STOP_DEADLINE_MILLISECONDS = 10_000;

/** Puts the whole service together and starts it. Rejects when the database or Slack cannot be had. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { connectionString, log, clock = systemClock } = options;
  for (const name of await migrate({ connectionString, folder: migrationsFolder })) log.info({ name }, 'migrated');
  const db = openDatabase(connectionString, {
    onConnectionLost: (error) => log.warn({ err: error }, 'a database connection broke; the next query opens another'),
  });
  const registry = new Registry();
  let workspaceId = '';
  const metrics = createDeliveryMetrics(registry, () => readQueue(db, workspaceId, clock.now()));
  let isReady = false;
  const address = { port: options.port };
  const signer = createLinkSigner({ ...options, db, workspaceId: () => workspaceId, address });
  const newReference = () => randomBytes(4).toString('hex');
  const slack = createSlackApp({
    connection: options.connection,
    botToken: options.botToken,
    ...(options.slackApiUrl !== undefined && { slackApiUrl: options.slackApiUrl }),
    port: options.port,
    routes: [
      ...healthRoutes({
        database: async () => ((await isReachable(db)) ? undefined : 'not reachable'),
        slack: async () => (slack.isConnected() ? undefined : 'not connected'),
        service: async () => (isReady ? undefined : 'starting or stopping'),
      }),
      metricsRoute(registry, log),
      ...endpointRoutes(
        webEndpoints({
          db,
          clock,
          wrongTries: createRepeatLimit(WRONG_TRIES_A_MINUTE),
          workspaceId: () => workspaceId,
          signer,
        }),
        { log, newReference },
      ),
    ],
    logger: log,
    seenBefore: (eventId) => seenBefore(db, { workspaceId, eventId, now: clock.now() }),
    newReference,
  });
  const close = async (): Promise<boolean> => {
    const drained = await slack.stop(STOP_DEADLINE_MILLISECONDS);
    await closeDatabase(db);
    return drained;
  };
  try {
    workspaceId = await takeUpWorkspace(db, { client: slack.client, now: clock.now() });
  } catch (error) {
    await close();
    throw error;
  }
  const wait = (ms: number) => delay(ms);
  const gallery = createGallery({ client: slack.client, files: pictureFiles(db, workspaceId, clock), log, wait });
  registerSurfaces(slack.app, { db, clock, gallery, signer });

  const messenger = createMessenger(slack.client, gallery);
  const dnd = createDndReader({ db, client: slack.client, workspaceId, log });
  const polite = deliveryKinds.filter(({ waitsForPeople }) => waitsForPeople).map(({ name }) => name);
  const worker = createWorker({
    db,
    clock,
    log,
    kinds: deliveryKinds,
    messengers: new Map([[workspaceId, messenger]]),
    findAddress: (delivery) => findAddress(db, messenger, delivery),
    prepare: async (due, now) => {
      const unsent = due.filter(({ kind, messageTs }) => messageTs === null && polite.includes(kind));
      if (unsent.length === 0) return;
      // Slack tells of fifty people at once: whoever is next is asked about with these.
      const next = await findNextRecipients(db, { workspaceId, kinds: polite, now, limit: 50 - unsent.length });
      await dnd.read([...unsent.map(({ recipient }) => recipient), ...next], now);
    },
    pace: { perSecond: options.messagesPerSecond },
    onSettled: (delivery, outcome) => metrics.settled(delivery, outcome, clock.now()),
    onRateLimited: metrics.rateLimited,
  });
  const planner = createPlanner({ db, clock, log, kinds: deliveryKinds, workspaceIds: [workspaceId] });

  const stopping = new AbortController();

  async function keepHouse(): Promise<void> {
    const now = clock.now();
    try {
      const { client } = slack;
      await syncMembers(db, {
        workspaceId,
        client,
        now,
        freshForMs: MEMBERS_FRESH_MILLISECONDS,
        wait: (ms) => delay(ms, undefined, { signal: stopping.signal }),
      });
      await forgetSeenEvents(db, new Date(now.getTime() - EVENT_MEMORY_MILLISECONDS));
      await openConversations(db, { workspaceId, messenger, now });
    } catch (error) {
      if (stopping.signal.aborted) return;
      log.error({ err: error }, 'the member list could not be taken up; the next ring tries again');
    }
  }

  const refreshNumbers = (isUrgent: boolean) =>
    oneAtATime(async () => {
      try {
        await refreshShownNumbers(db, { workspaceId, shownIn: numbersShownIn, isUrgent, now: clock.now() });
      } catch (error) {
        log.error({ err: error }, 'messages that show numbers could not be marked; the next ring tries again');
      }
    });
  const refreshUrgent = refreshNumbers(true);
  const refreshAll = refreshNumbers(false);

  await keepHouse();
  const { port } = await slack.start().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  address.port = port;
  const hear = (said: string | undefined) => {
    if (said !== NUMBERS_CHANGED) worker.wake();
    // Nothing said: the connection was lost for a while, and it may have been either.
    if (said === NUMBERS_CHANGED || said === undefined) void refreshUrgent();
  };
  const listening = await listen(connectionString, DELIVERIES_CHANNEL, hear, (error) =>
    log.warn({ err: error }, 'not told of new deliveries for the moment; they are looked for instead'),
  );
  worker.start();
  // Each on its own: Slack may make us wait for the member list, and a send-out takes longer than a minute; what falls due
  // meanwhile is planned all the same. What is planned wakes the workers of all copies.
  const bells = options.ringsByItself === false ? [] : [planner.plan, keepHouse, refreshAll].map(startBell);
  isReady = true;
  log.info({ workspaceId, port, mode: options.connection.mode }, 'ready');

  return {
    workspaceId,
    port,
    async ring() {
      await slack.settle(STOP_DEADLINE_MILLISECONDS);
      await Promise.all([keepHouse(), planner.plan(), refreshUrgent().then(refreshAll)]);
      await worker.drain();
    },
    async stop() {
      isReady = false;
      stopping.abort();
      await Promise.all([worker.stop(), ...bells.map((bell) => bell.stop())]);
      await listening.close();
      // What was heard last is done with before the database is closed.
      await refreshUrgent();
      return close();
    },
  };
}
