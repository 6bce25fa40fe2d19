import type { IncomingMessage, ServerResponse } from 'node:http';

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** A page of ours beside what Slack calls. It must not throw: nobody above it would answer. */
export interface Route {
  /** As it stands in the URL; a part that begins with a colon stands for any one part: `/form/:link`. */
  path: string;
  method: (typeof METHODS)[number] | (typeof METHODS)[number][];
  handler(request: IncomingMessage, response: ServerResponse): void;
}

/** What the names in a route's path stand for in a request's; undefined when the request is not for that route. */
export function matchPath(routePath: string, url: string | undefined): Record<string, string> | undefined {
  const wanted = routePath.split('/');
  const found = (url ?? '').split('?', 1)[0]?.split('/') ?? [];
  if (wanted.length !== found.length) return undefined;
  const params: [string, string][] = [];
  for (const [at, segment] of wanted.entries()) {
    const is = decoded(found[at] ?? '');
    if (segment.startsWith(':') && is !== undefined && is !== '') params.push([segment.slice(1), is]);
    else if (segment !== found[at]) return undefined;
  }
  return Object.fromEntries(params);
}

/** None when it is not well escaped. */
function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
