import type { IncomingMessage, ServerResponse } from 'node:http';

/** A plain page of ours beside what Slack calls. It must not throw: nobody above it would answer. */
export interface Route {
  path: string;
  method: 'GET';
  handler(request: IncomingMessage, response: ServerResponse): void;
}
