import type { ServerResponse } from 'node:http';
import type { Route } from './route.ts';

/** Resolves with what stands in the way of serving, in words for an operator, or with nothing. */
export type ReadinessCheck = () => Promise<string | undefined>;

const CHECK_TIMEOUT_MS = 2000;

/**
 * `/healthz` says the process turns: restart it when that fails. `/readyz` says it can serve: send it no work when that
 * fails, but leave it running, since a restart brings back neither Slack nor the database.
 */
export function healthRoutes(checks: Readonly<Record<string, ReadinessCheck>>): Route[] {
  return [
    { path: '/healthz', method: 'GET', handler: (_request, response) => answer(response, 200, { status: 'ok' }) },
    {
      path: '/readyz',
      method: 'GET',
      handler: (_request, response) => {
        void reasonsAgainst(checks).then((reasons) => {
          const isReady = Object.keys(reasons).length === 0;
          answer(response, isReady ? 200 : 503, isReady ? { status: 'ready' } : { status: 'not ready', reasons });
        });
      },
    },
  ];
}

async function reasonsAgainst(checks: Readonly<Record<string, ReadinessCheck>>): Promise<Record<string, string>> {
  const asked = Object.entries(checks).map(async ([name, check]) => [name, await reasonOf(check)] as const);
  const reasons: Record<string, string> = {};
  for (const [name, reason] of await Promise.all(asked)) {
    if (reason !== undefined) reasons[name] = reason;
  }
  return reasons;
}

/** A check that hangs or breaks is a reason too. Its error stays inside: this page needs no password. */
async function reasonOf(check: ReadinessCheck): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve(`no answer within ${CHECK_TIMEOUT_MS} ms`), CHECK_TIMEOUT_MS);
  try {
    return await Promise.race([check(), promise]);
  } catch {
    return 'the check failed';
  } finally {
    clearTimeout(timer);
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
