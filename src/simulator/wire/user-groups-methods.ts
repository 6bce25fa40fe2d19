import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { userGroupObject } from './user-group-object.ts';

export const userGroupsMethods: ApiMethods = {
  'usergroups.list': {
    token: 'bot',
    scopes: ['usergroups:read'],
    readsJson: false,
    callsPerMinute: tier.two,
    run(slack, args) {
      const groups = slack.userGroups.all().filter(({ disabled }) => !disabled || args.flag('include_disabled'));
      const objects = groups.map((group) => {
        const { user_count, ...object } = userGroupObject(slack, group, args.flag('include_users'));
        return args.flag('include_count') ? { ...object, user_count: user_count ?? 0 } : object;
      });
      return { usergroups: objects };
    },
  },
  'usergroups.users.list': {
    token: 'bot',
    scopes: ['usergroups:read'],
    readsJson: false,
    callsPerMinute: tier.two,
    run(slack, args) {
      const group = slack.userGroups.findById(args.requiredText('usergroup'));
      if (!group || (group.disabled && !args.flag('include_disabled'))) throw new ApiError('no_such_subteam');
      return { users: group.members };
    },
  },
};
