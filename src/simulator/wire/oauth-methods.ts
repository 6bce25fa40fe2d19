import type { Workspace } from '../workspace/workspace.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { installApp, renewToken } from './install-app.ts';

export const oauthMethods: ApiMethods = {
  'oauth.v2.access': {
    token: 'none',
    scopes: [],
    readsJson: false,
    callsPerMinute: tier.special,
    run(slack, args) {
      requireClient(slack, args);
      const grant = args.text('grant_type') ?? 'authorization_code';
      if (grant === 'refresh_token') {
        const old = slack.tokens.takeRefresh(args.text('refresh_token') ?? '');
        if (!old) throw new ApiError('invalid_refresh_token');
        return renewToken(slack, old);
      }
      if (grant !== 'authorization_code') throw new ApiError('invalid_grant_type');
      const code = args.text('code') ?? '';
      const consent = slack.oauthCodes.find(code);
      if (!consent) throw new ApiError('invalid_code');
      if (args.text('redirect_uri') !== consent.redirectUri) throw new ApiError('bad_redirect_uri');
      slack.oauthCodes.use(code);
      return installApp(slack, consent);
    },
  },
};

/** The app shows that it is itself: as arguments, or by HTTP Basic authentication. */
export function requireClient({ app }: Workspace, args: ApiArguments): void {
  if (args.text('client_id') !== app.clientId) throw new ApiError('invalid_client_id');
  if (args.text('client_secret') !== app.clientSecret) throw new ApiError('bad_client_secret');
}
