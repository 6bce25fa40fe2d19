import { createServer, type Server } from 'node:http';
import { matchPath, type Route } from './route.ts';
import { send, webProblem } from './web-answer.ts';

/** Serves routes where there is no Slack endpoint to serve them beside, that is, in Socket Mode. */
export function createRouteServer(routes: readonly Route[]): Server {
  return createServer((request, response) => {
    const route = routes.find(
      ({ path, method }) => matchPath(path, request.url) && [method].flat().some((one) => one === request.method),
    );
    if (route) return route.handler(request, response);
    send(response, nothingHere);
  });
}

export const nothingHere = webProblem(
  404,
  'not_found',
  'There is nothing at this address. README.md of Throughline lists the addresses that programs may call.',
);

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
