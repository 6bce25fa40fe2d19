import type { Logger } from 'pino';
import { collectDefaultMetrics, type Registry } from 'prom-client';
import type { Route } from './route.ts';

/** `/metrics` for Prometheus: what the registry holds, and the usual figures of the process. */
export function metricsRoute(registry: Registry, logger: Logger): Route {
  collectDefaultMetrics({ register: registry });
  return {
    path: '/metrics',
    method: 'GET',
    handler: (_request, response) => {
      registry
        .metrics()
        .then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text))
        .catch((err: unknown) => {
          logger.error({ err }, 'Could not gather metrics');
          response.writeHead(500).end();
        });
    },
  };
}
