import { tell } from '../workspace/workspace.ts';
import { type ApiMethods, tier } from './api-method.ts';

export const authMethods: ApiMethods = {
  'api.test': {
    token: 'none',
    scopes: [],
    readsJson: true,
    callsPerMinute: tier.four,
    run: (_slack, args) => ({ args: args.all }),
  },
  'auth.test': {
    token: 'bot',
    scopes: [],
    readsJson: true,
    callsPerMinute: tier.special,
    run: ({ app, team }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: app.manifest.botName.toLowerCase().replace(/[^a-z0-9_-]+/g, ''),
      team_id: team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
  },
  'auth.revoke': {
    token: 'bot',
    scopes: [],
    readsJson: false,
    callsPerMinute: tier.three,
    run(slack, args) {
      if (args.flag('test')) return { revoked: false };
      tell(slack, { type: 'tokens-revoked' });
      slack.app.state = 'token-revoked';
      return { revoked: true };
    },
  },
};
