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
};
