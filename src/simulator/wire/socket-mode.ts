import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { asObject, asText, type JsonObject, parseJson } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Acknowledgement, type AppLink, acknowledgementMilliseconds, type Envelope } from './app-link.ts';

const mostSockets = 10;
/** Well within the 30 s after which a client takes a silent server for dead. */
const pingMilliseconds = 10_000;

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** The app's sockets. Envelopes go round them in turn, each to one, and must be acknowledged on the same socket. */
export class SocketMode implements AppLink {
  readonly #slack: Workspace;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, { socket: WebSocket; settle: (ack: Acknowledgement) => void }>();
  #sockets: WebSocket[] = [];
  #toRefuse = 0;
  #pinging: NodeJS.Timeout | undefined;

  constructor(slack: Workspace) {
    this.#slack = slack;
  }

  get connections(): number {
    return this.#sockets.length;
  }

  /** A fresh address, good for one connection. */
  createAddress(base: string): string {
    const ticket = this.#slack.ids.nextHex(32);
    this.#tickets.add(ticket);
    return `${base}/link/?ticket=${ticket}&app_id=${this.#slack.app.appId}`;
  }

  /** Takes over an upgrading request; a used or unknown ticket is turned away. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/link/' || !this.#tickets.delete(searchParams.get('ticket') ?? '')) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#welcome(socket));
  }

  deliver(envelope: Envelope): Promise<Acknowledgement> {
    const socket = this.#sockets.shift();
    if (!socket) return Promise.resolve({ acked: false, reason: 'dispatch_failed', detail: 'no socket is connected' });
    this.#sockets.push(socket);
    const envelopeId = this.#slack.ids.nextHex(32);
    const frame: JsonObject = {
      envelope_id: envelopeId,
      type: envelope.kind,
      payload: envelope.payload,
      accepts_response_payload: envelope.acceptsResponse,
    };
    if (envelope.retry) {
      frame['retry_attempt'] = envelope.retry.attempt;
      frame['retry_reason'] = envelope.retry.reason;
    }
    return new Promise((resolve) => {
      const cancelTimer = this.#slack.stopwatch.after(acknowledgementMilliseconds, () =>
        settle({ acked: false, reason: 'operation_timeout', detail: 'not acknowledged within 3 seconds' }),
      );
      const settle = (ack: Acknowledgement) => {
        cancelTimer();
        this.#waiting.delete(envelopeId);
        resolve(ack);
      };
      this.#waiting.set(envelopeId, { socket, settle });
      send(socket, frame);
    });
  }

  /** Asks every socket to go, as Slack does about hourly; the cut itself comes with `drop`. */
  disconnect(reason: DisconnectReason): void {
    for (const socket of [...this.#sockets]) this.#dismiss(socket, reason);
  }

  /** The next so many are told that there are too many, whether or not there are. */
  refuse(count: number): void {
    this.#toRefuse = count;
  }

  /** Cuts every socket without a word. */
  drop(): void {
    for (const socket of [...this.#sockets]) socket.terminate();
  }

  close(): void {
    clearInterval(this.#pinging);
    this.drop();
    this.#server.close();
    for (const { settle } of [...this.#waiting.values()]) {
      settle({ acked: false, reason: 'dispatch_failed', detail: 'Slack was shut down' });
    }
  }

  #welcome(socket: WebSocket): void {
    const { socketMode } = this.#slack.app.manifest;
    const isRefused = this.#toRefuse > 0;
    if (isRefused) this.#toRefuse -= 1;
    if (!socketMode || isRefused || this.#sockets.length >= mostSockets) {
      this.#dismiss(socket, socketMode ? 'too_many_websockets' : 'link_disabled');
      socket.close();
      return;
    }
    this.#sockets.push(socket);
    this.#pinging ??= setInterval(() => this.#ping(), pingMilliseconds).unref();
    socket.on('message', (data) => this.#hear(socket, String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#forget(socket));
    send(socket, {
      type: 'hello',
      num_connections: this.#sockets.length,
      debug_info: this.#debugInfo(),
      connection_info: { app_id: this.#slack.app.appId },
    });
    this.#slack.changes.announce();
  }

  #hear(socket: WebSocket, data: string): void {
    const frame = asObject(parseJson(data));
    const waiting = this.#waiting.get(asText(frame['envelope_id']));
    if (waiting?.socket === socket) waiting.settle({ acked: true, body: frame['payload'] });
  }

  #forget(socket: WebSocket): void {
    this.#sockets = this.#sockets.filter((other) => other !== socket);
    for (const { socket: used, settle } of [...this.#waiting.values()]) {
      if (used === socket) settle({ acked: false, reason: 'dispatch_failed', detail: 'the socket closed unanswered' });
    }
    this.#slack.changes.announce();
  }

  /** No more envelopes for it, but what it was given it may still acknowledge. */
  #dismiss(socket: WebSocket, reason: DisconnectReason): void {
    this.#sockets = this.#sockets.filter((other) => other !== socket);
    send(socket, { type: 'disconnect', reason, debug_info: this.#debugInfo() });
  }

  #ping(): void {
    for (const socket of this.#sockets) if (socket.readyState === WebSocket.OPEN) socket.ping();
  }

  #debugInfo(): JsonObject {
    return { host: 'simulator', build_number: 1, approximate_connection_time: 3600 };
  }
}

function send(socket: WebSocket, frame: JsonObject): void {
  socket.send(JSON.stringify(frame));
}
