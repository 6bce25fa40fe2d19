import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { METHODS, matchPath, type Route } from './route.ts';
import { type BodyRead, readTypedBody, type TakenBody } from './typed-body.ts';
import { send, type WebAnswer, webProblem } from './web-answer.ts';

/** One address that a feature answers, however Slack reaches us. */
export interface Endpoint {
  /** Fixed, or with names for whole segments: `/form/:token`. */
  path: string;
  method: 'GET' | 'POST';
  /** What a POST may carry. */
  takes?: TakenBody;
  /** What is expected to go wrong is an answer too; what is thrown is a bug, and answered without its details. */
  answer(request: WebRequest): Promise<WebAnswer>;
  /** What a person reads when we failed, where programs read JSON. */
  failed?(reference: string): WebAnswer;
}

export interface WebRequest {
  /** What the names in the path stand for. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Where it comes from, as the network says: behind a balancer that is the balancer. */
  address: string;
  /** What stands behind `Authorization: Bearer`. */
  token: string | undefined;
  /** Read only when it is asked for: a stranger's body is not. Unreadable, it comes with the answer that says why. */
  readBody(): Promise<BodyRead>;
}

interface EndpointParts {
  log: Logger;
  /** A short, speakable id, new each time, that joins what somebody reads and what the log says. */
  newReference(): string;
}

/** All methods of a path are ours, so that a wrong one is told which would be right. */
export function endpointRoutes(endpoints: readonly Endpoint[], parts: EndpointParts): Route[] {
  const ofPath = Map.groupBy(endpoints, ({ path }) => path);
  return [...ofPath].map(([path, endpoints]) => ({
    path,
    method: [...METHODS],
    handler(request, response) {
      void serve(request, response, endpoints, parts);
    },
  }));
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  endpoints: Endpoint[],
  { log, newReference }: EndpointParts,
): Promise<void> {
  const endpoint = endpoints.find(({ method }) => method === request.method);
  try {
    send(response, endpoint ? await endpoint.answer(requestFor(endpoint, request)) : otherMethod(request, endpoints));
  } catch (err) {
    const reference = newReference();
    log.error({ err, reference, method: request.method, path: endpoints[0]?.path }, 'a request could not be served');
    if (response.headersSent) return void response.destroy();
    const message = `This failed on our side and was written to the log. Try again; if it stays, tell whoever runs Throughline the reference ${reference}.`;
    send(response, endpoint?.failed?.(reference) ?? webProblem(500, 'failed', message));
  }
}

function requestFor({ path, takes }: Endpoint, request: IncomingMessage): WebRequest {
  const [, token] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
  return {
    params: matchPath(path, request.url) ?? {},
    query: new URLSearchParams(request.url?.split('?')[1] ?? ''),
    address: request.socket.remoteAddress ?? '',
    token,
    readBody: () => readTypedBody(request, takes ?? { type: 'application/json', mostBytes: 0 }),
  };
}

function otherMethod(request: IncomingMessage, endpoints: Endpoint[]): WebAnswer {
  const allowed = endpoints.map(({ method }) => method).join(', ');
  const message = `This address takes ${allowed}, not ${request.method}.`;
  return webProblem(405, 'method_not_allowed', message, { allow: allowed });
}
