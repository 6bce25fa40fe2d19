import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Workspace } from '../workspace/workspace.ts';
import { serveDownload, serveSignIn, serveUpload } from './file-door.ts';
import { serveApi, serveResponseUrl } from './http-door.ts';
import { serveInstallPage } from './install-page.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { WebApi } from './web-api.ts';

export interface WireParts {
  slack: Workspace;
  api: WebApi;
  responseUrls: ResponseUrls;
}

/** Serves what slack.com would; undefined when the address is none of Slack's. */
export function serveWire(
  { slack, api, responseUrls }: WireParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | undefined {
  const path = request.url ?? '/';
  if (path.startsWith('/api/')) return serveApi(api, request, response);
  if (path.startsWith('/actions/')) return serveResponseUrl(responseUrls, request, response);
  if (path.startsWith('/upload/v1/')) return serveUpload(slack, request, response);
  if (path.startsWith('/files-pri/')) return Promise.resolve(serveDownload(slack, request, response));
  if (path === '/signin') return Promise.resolve(serveSignIn(response));
  if (path.startsWith('/oauth/v2/authorize')) return serveInstallPage(slack, request, response);
  return undefined;
}
