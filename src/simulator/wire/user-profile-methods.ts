import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { profileObject } from './user-object.ts';

export const userProfileMethods: ApiMethods = {
  'users.profile.get': {
    token: 'bot',
    scopes: ['users.profile:read'],
    readsJson: false,
    callsPerMinute: tier.four,
    run(slack, args) {
      const person = slack.people.findById(args.requiredText('user'));
      if (!person) throw new ApiError('user_not_found');
      const withLabels = args.flag('include_labels');
      const fields = Object.entries(person.fields).map(([id, { value, label }]) => {
        return [id, { value, alt: '', ...(withLabels ? { label } : {}) }] as const;
      });
      return { profile: { ...profileObject(slack, person), fields: Object.fromEntries(fields) } };
    },
  },
  'users.getPresence': {
    token: 'bot',
    scopes: ['users:read'],
    readsJson: false,
    callsPerMinute: tier.three,
    run(slack, args) {
      const id = args.text('user') ?? slack.app.botUserId;
      if (id === slack.app.botUserId) return { presence: 'active' };
      const person = slack.people.findById(id);
      if (!person) throw new ApiError('user_not_found');
      return { presence: person.deactivated ? 'away' : person.presence };
    },
  },
  'bots.info': {
    token: 'bot',
    scopes: ['users:read'],
    readsJson: false,
    callsPerMinute: tier.three,
    run({ app }, args) {
      if (args.text('bot') !== app.botId) throw new ApiError('bot_not_found');
      const { botId, appId, botUserId, manifest } = app;
      const icons = { image_36: '', image_48: '', image_72: '' };
      return {
        bot: {
          id: botId,
          deleted: false,
          name: manifest.botName,
          updated: 0,
          app_id: appId,
          user_id: botUserId,
          icons,
        },
      };
    },
  },
};
