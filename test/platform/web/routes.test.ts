import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { Counter, Gauge, Registry } from 'prom-client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { healthRoutes, type ReadinessCheck } from '../../../src/platform/web/health.ts';
import { metricsRoute } from '../../../src/platform/web/metrics.ts';
import type { Route } from '../../../src/platform/web/route.ts';
import { close, createRouteServer, listen } from '../../../src/platform/web/route-server.ts';

let server: Server | undefined;
afterEach(async () => {
  vi.useRealTimers();
  if (server) await close(server);
  server = undefined;
});

async function serve(routes: Route[]) {
  server = createRouteServer(routes);
  const port = await listen(server, 0);
  return (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
}

const well: ReadinessCheck = async () => undefined;

describe('health', () => {
  test('the process turns, whatever its surroundings do', async () => {
    const get = await serve(healthRoutes({ database: () => Promise.reject(new Error('away')) }));
    const response = await get('/healthz?probe=1');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  test('ready when every check is content', async () => {
    const get = await serve(healthRoutes({ database: well, slack: well }));
    const response = await get('/readyz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ready' });
  });

  test('not ready names the reasons, and no secret from an error', async () => {
    const get = await serve(
      healthRoutes({
        database: () => Promise.reject(new Error('postgresql://u:hunter2@db')),
        slack: well,
        stopping: async () => 'the process is stopping',
      }),
    );
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      status: 'not ready',
      reasons: { database: 'the check failed', stopping: 'the process is stopping' },
    });
  });

  test('a check that hangs is a reason after two seconds', async () => {
    const asked = Promise.withResolvers<void>();
    const hang: ReadinessCheck = () => {
      asked.resolve();
      return new Promise(() => {});
    };
    const get = await serve(healthRoutes({ database: hang }));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const response = get('/readyz');
    await asked.promise;
    vi.advanceTimersByTime(2000);
    expect(await (await response).json()).toMatchObject({ reasons: { database: 'no answer within 2000 ms' } });
  });
});

describe('metrics', () => {
  test('the process and what we count', async () => {
    const registry = new Registry();
    new Counter({ name: 'throughline_prompts_total', help: 'Prompts', registers: [registry] }).inc(3);
    const get = await serve([metricsRoute(registry, pino({ level: 'silent' }))]);
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text).toContain('throughline_prompts_total 3');
    expect(text).toContain('process_cpu_user_seconds_total');
  });

  test('a figure that cannot be gathered is a 500, not a crash', async () => {
    const registry = new Registry();
    const collect = () => Promise.reject(new Error('away'));
    new Gauge({ name: 'broken', help: 'Broken', registers: [registry], collect });
    const get = await serve([metricsRoute(registry, pino({ level: 'silent' }))]);
    expect((await get('/metrics')).status).toBe(500);
  });
});

test('what is not a route is not found', async () => {
  const get = await serve(healthRoutes({}));
  expect((await get('/')).status).toBe(404);
  expect((await get('/healthz', { method: 'POST' })).status).toBe(404);
});

test('a colon stands for any one part of the path', async () => {
  const say = (text: string) => (request: IncomingMessage, response: ServerResponse) =>
    void response.end(`${text} ${request.url}`);
  const get = await serve([
    { path: '/form/:link', method: 'GET', handler: say('read') },
    { path: '/form/:link', method: 'POST', handler: say('posted') },
  ]);
  expect(await (await get('/form/abc?x=1')).text()).toBe('read /form/abc?x=1');
  expect(await (await get('/form/abc', { method: 'POST' })).text()).toBe('posted /form/abc');
  for (const other of ['/form', '/form/', '/form/abc/def', '/other/abc']) expect((await get(other)).status).toBe(404);
});

test('a port that is taken rejects', async () => {
  const first = createRouteServer([]);
  const port = await listen(first, 0);
  await expect(listen(createRouteServer([]), port)).rejects.toThrow('EADDRINUSE');
  await close(first);
});
