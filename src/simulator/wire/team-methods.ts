import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';

export const teamMethods: ApiMethods = {
  'team.info': {
    token: 'bot',
    scopes: ['team:read'],
    readsJson: false,
    callsPerMinute: tier.three,
    run({ team }, args) {
      const wanted = args.text('team');
      if (wanted && wanted !== team.id) throw new ApiError('team_not_found');
      return {
        team: {
          id: team.id,
          name: team.name,
          url: `https://${team.domain}.slack.com/`,
          domain: team.domain,
          email_domain: '',
          icon: { image_default: true },
        },
      };
    },
  },
  'emoji.list': {
    token: 'bot',
    scopes: ['emoji:read'],
    readsJson: false,
    callsPerMinute: tier.two,
    // This team has made no emoji of its own.
    run: ({ calendar }) => ({ emoji: {}, cache_ts: String(calendar.seconds()) }),
  },
};
