import { uninstallApp } from '../workspace/administer.ts';
import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { authorizationOf, isEventContext } from './event-context.ts';
import { requireClient } from './oauth-methods.ts';

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
    'apps.event.authorizations.list': {
      token: 'app',
      scopes: [],
      readsJson: true,
      callsPerMinute: tier.special,
      run(slack, args) {
        if (!isEventContext(slack, args.requiredText('event_context'))) throw new ApiError('invalid_event_context');
        return { authorizations: [authorizationOf(slack)] };
      },
    },
    'apps.uninstall': {
      token: 'bot',
      scopes: [],
      readsJson: false,
      callsPerMinute: tier.one,
      run(slack, args) {
        requireClient(slack, args);
        uninstallApp(slack);
        return {};
      },
    },
  };
}
