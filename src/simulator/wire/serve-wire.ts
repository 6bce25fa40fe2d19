import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveApi, serveResponseUrl } from './http-door.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { WebApi } from './web-api.ts';

export interface WireParts {
  api: WebApi;
  responseUrls: ResponseUrls;
}

/** Serves what slack.com would; undefined when the address is none of Slack's. */
export function serveWire(
  { api, responseUrls }: WireParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | undefined {
  const path = request.url ?? '/';
  if (path.startsWith('/api/')) return serveApi(api, request, response);
  if (path.startsWith('/actions/')) return serveResponseUrl(responseUrls, request, response);
  return undefined;
}
