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
    token: 'bot-or-user',
    scopes: [],
    readsJson: true,
    callsPerMinute: tier.special,
    run: ({ app, team, people }, _args, caller) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: people.findById(caller?.userId ?? '')?.name ?? handleOf(app.manifest.botName),
      team_id: team.id,
      user_id: caller?.userId ?? app.botUserId,
      ...(caller?.kind === 'user' ? {} : { bot_id: app.botId }),
      is_enterprise_install: false,
    }),
  },
  'auth.revoke': {
    token: 'bot-or-user',
    scopes: [],
    readsJson: false,
    callsPerMinute: tier.three,
    run(slack, args, caller) {
      if (args.flag('test') || !caller) return { revoked: false };
      const isBot = caller.kind === 'bot';
      tell(slack, {
        type: 'tokens-revoked',
        oauth: isBot ? [] : [caller.userId],
        bot: isBot ? [caller.userId] : [],
      });
      caller.refusal = 'token_revoked';
      if (isBot) slack.app.state = 'token-revoked';
      return { revoked: true };
    },
  },
};

function handleOf(botName: string): string {
  return botName.toLowerCase().replace(/[^a-z0-9_-]+/g, '');
}
