import { createServer, type Server } from 'node:http';
import type { Route } from './route.ts';

/** Serves routes where there is no Slack endpoint to serve them beside, that is, in Socket Mode. */
export function createRouteServer(routes: readonly Route[]): Server {
  const known = routes.map((route) => ({ ...route, parts: route.path.split('/') }));
  return createServer((request, response) => {
    const parts = request.url?.split('?', 1)[0]?.split('/') ?? [];
    const route = known.find((one) => one.method === request.method && fits(one.parts, parts));
    if (route) return route.handler(request, response);
    response.writeHead(404).end();
  });
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at]))
  );
}

/** Resolves with the port, which is worth knowing when 0 was asked for. Rejects when the port is taken. */
export function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', reject);
  server.listen(port, () => {
    server.off('error', reject);
    resolve(portOf(server));
  });
  return promise;
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port');
  return address.port;
}

export function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  return promise;
}
