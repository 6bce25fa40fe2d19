import type { IncomingMessage, ServerResponse } from 'node:http';

/** A page of ours beside what Slack calls. It must not throw: nobody above it would answer. */
export interface Route {
  /** As it stands in the URL; a part that begins with a colon stands for any one part: `/form/:link`. */
  path: string;
  method: 'GET' | 'POST';
  handler(request: IncomingMessage, response: ServerResponse): void;
}
