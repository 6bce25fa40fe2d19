import { type ApiMethods, tier } from './api-method.ts';

/** `openConnection` makes the one-use address of a socket. */
export function createAppsMethods(openConnection: () => string): ApiMethods {
  return {
    'apps.connections.open': {
      token: 'app',
      scopes: [],
      readsJson: false,
      callsPerMinute: tier.three,
      run: () => ({ url: openConnection() }),
    },
  };
}
