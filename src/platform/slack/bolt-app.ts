import { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Route } from '../web/route.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { type ConnectionChoice, createConnection } from './connection.ts';
import { errorDoor } from './error-door.ts';
import { createInFlight } from './in-flight.ts';
import { createMessenger } from './messenger.ts';
import { type SeenBefore, skipSeenEvents } from './seen-events.ts';
import { callOptions } from './web-client-options.ts';

export interface SlackAppOptions {
  connection: ConnectionChoice;
  botToken: string;
  /** Another Slack, for the simulator; Slack's own unless given. */
  slackApiUrl?: string;
  /** HTTP: serves Slack and the routes. Socket Mode: serves the routes. 0 takes any free port. */
  port: number;
  routes?: readonly Route[];
  logger: Logger;
  seenBefore: SeenBefore;
  /** A short, speakable id, new each time, that joins what a person reads and what the log says. */
  newReference(): string;
}

export interface SlackApp {
  app: App;
  client: WebClient;
  /** Checks the bot token with Slack, then opens the connection. Rejects with Slack's error when either fails. */
  start(): Promise<{ port: number }>;
  /** Takes nothing new, lets what began end, closes. False when something had not ended by the deadline. */
  stop(deadlineMs: number): Promise<boolean>;
  /** Whether Slack can reach us now, for readiness. */
  isConnected(): boolean;
  /** Listeners at work now. */
  inFlight(): number;
  /** Waits for them: Slack hears that an event arrived before it is worked off. */
  settle(deadlineMs: number): Promise<boolean>;
}

type FailedBeforeTheDoor = Parameters<Parameters<App['error']>[0]>[0];

/** The Bolt app with everything Slack needs and no feature: those register themselves on `app` before `start`. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { logger, newReference } = options;
  const surroundings = {
    logger: createBoltLogger(logger),
    ...(options.slackApiUrl !== undefined && { slackApiUrl: options.slackApiUrl }),
  };
  const connection = createConnection({
    choice: options.connection,
    port: options.port,
    routes: options.routes ?? [],
    ...surroundings,
  });
  const app = new App({
    receiver: connection.receiver,
    token: options.botToken,
    logger: surroundings.logger,
    clientOptions: callOptions(surroundings),
    // Otherwise a wrong token ends the process from inside the constructor, before anyone can say what is wrong.
    deferInitialization: true,
    // The default keeps conversations in memory, which two processes would not share.
    convoStore: false,
    extendedErrorHandler: true,
  });

  const inFlight = createInFlight();
  const messenger = createMessenger(app.client);
  app.use(({ next }) => inFlight.track(next));
  app.use(
    errorDoor({
      logger,
      newReference,
      async writeTo(userId, text) {
        const opened = await messenger.openDirectMessage(userId);
        if (!opened.ok) throw new Error('Could not open a direct message', { cause: opened });
        const { channel } = opened;
        const posted = await messenger.post({ channel, text, blocks: [], key: `failure/${newReference()}` });
        if (!posted.ok) throw new Error('Could not post', { cause: posted });
      },
    }),
  );
  app.use(skipSeenEvents(options.seenBefore, logger));
  // Only what fails before the door comes here, such as a token that is no longer good. Rethrown, so that the receiver
  // answers at once instead of leaving Slack to wait.
  app.error(async ({ error, body }: FailedBeforeTheDoor) => {
    logger.error({ err: error, payload: 'type' in body ? body.type : 'command' }, 'Slack could not be served');
    throw error;
  });

  return {
    app,
    client: app.client,
    inFlight: inFlight.count,
    settle: inFlight.drain,
    isConnected: connection.isOpen,
    async start() {
      await app.init();
      return { port: await connection.open() };
    },
    stop(deadlineMs) {
      return Promise.race([closeQuietly(deadlineMs), after(deadlineMs).then(() => false)]);
    },
  };

  async function closeQuietly(deadlineMs: number): Promise<boolean> {
    // Over HTTP a request keeps its own connection, so the door closes first. A socket carries the answers too: it closes
    // at the first moment when none is owed.
    if (connection.carriesAnswers) await inFlight.drain(deadlineMs);
    const closing = connection.close();
    const drained = await inFlight.drain(deadlineMs);
    await closing;
    return drained;
  }
}

function after(ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, ms).unref();
  return promise;
}
