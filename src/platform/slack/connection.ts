import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Route } from '../web/route.ts';
import { close, createRouteServer, listen, nothingHere, portOf } from '../web/route-server.ts';
import { send } from '../web/web-answer.ts';
import { reconnectOptions } from './web-client-options.ts';

export type ConnectionChoice = { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string };

/** One of the two ways Slack reaches us. */
export interface Connection {
  receiver: Receiver;
  /** Resolves when Slack can reach us, with the port that serves our own routes. */
  open(): Promise<number>;
  /** Takes nothing new from now on; resolves when the last connection is gone. */
  close(): Promise<void>;
  /** Whether Slack can reach us now; a socket is away for some seconds each time Slack renews it. */
  isOpen(): boolean;
  /** Whether answers travel over the connection itself, so that it may only close when nothing awaits an answer. */
  carriesAnswers: boolean;
}

interface ConnectionParts {
  choice: ConnectionChoice;
  port: number;
  routes: readonly Route[];
  logger: Logger;
  slackApiUrl?: string;
}

export function createConnection(parts: ConnectionParts): Connection {
  return parts.choice.mode === 'socket'
    ? socketConnection(parts, parts.choice.appToken)
    : httpConnection(parts, parts.choice.signingSecret);
}

function httpConnection({ port, routes, logger }: ConnectionParts, signingSecret: string): Connection {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    customRoutes: [...routes],
    // What comes here is for no route of ours and none of Bolt's, or its address cannot be read.
    dispatchErrorHandler: ({ response }) => send(response, nothingHere),
  });
  let isOpen = false;
  return {
    receiver,
    carriesAnswers: false,
    isOpen: () => isOpen,
    async open() {
      const server = await receiver.start(port);
      isOpen = true;
      return portOf(server);
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await receiver.stop();
    },
  };
}

function socketConnection(parts: ConnectionParts, appToken: string): Connection {
  const { port, routes, logger } = parts;
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: reconnectOptions(parts) },
    customPropertiesExtractor: ({ envelope_id: id }) => {
      unanswered.add(id);
      return { isAnswered: () => !unanswered.has(id) };
    },
  });
  // Bolt ignores a second answer in Socket Mode without telling, so what leaves is watched instead.
  const unanswered = new Set<string>();
  receiver.client.on('outgoing_message', ({ envelope_id: id }) => unanswered.delete(id));

  let isOpen = false;
  receiver.client.on('connected', () => {
    isOpen = true;
  });
  receiver.client.on('close', () => {
    isOpen = false;
  });

  const server = createRouteServer(routes);
  return {
    receiver,
    carriesAnswers: true,
    isOpen: () => isOpen,
    async open() {
      const listening = await listen(server, port);
      try {
        await receiver.start();
      } catch (error) {
        await close(server);
        throw error;
      }
      return listening;
    },
    // Not receiver.stop(): it does not wait for the socket to close.
    async close() {
      await Promise.all([receiver.client.disconnect(), close(server)]);
    },
  };
}
