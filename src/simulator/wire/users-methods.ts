import type { Json } from '../workspace/json.ts';
import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { listChannels } from './channel-access.ts';
import { channelObject } from './channel-object.ts';
import { pageOf } from './paging.ts';
import { botUserObject, slackbotObject, userObject } from './user-object.ts';

/** Above this many people Slack wants to be asked for pages. */
const mostWithoutLimit = 1000;

export const usersMethods: ApiMethods = {
  'users.info': {
    token: 'bot',
    scopes: ['users:read'],
    readsJson: false,
    callsPerMinute: tier.four,
    run(slack, args) {
      const id = args.requiredText('user');
      if (id === 'USLACKBOT') return { user: slackbotObject(slack) };
      if (id === slack.app.botUserId) return { user: botUserObject(slack) };
      const person = slack.people.findById(id);
      if (!person) throw new ApiError('user_not_found');
      return { user: userObject(slack, person) };
    },
  },
  'users.list': {
    token: 'bot',
    scopes: ['users:read'],
    readsJson: false,
    callsPerMinute: tier.two,
    run(slack, args) {
      const people: { id: string; object: () => Json }[] = [
        { id: 'USLACKBOT', object: () => slackbotObject(slack) },
        { id: slack.app.botUserId, object: () => botUserObject(slack) },
        ...slack.people.all().map((person) => ({ id: person.id, object: () => userObject(slack, person) })),
      ];
      if (!args.has('limit') && people.length > mostWithoutLimit) throw new ApiError('limit_required');
      const { page, nextCursor } = pageOf(people, args, { usual: mostWithoutLimit, most: 1000 }, ({ id }) => id);
      return {
        members: page.map(({ object }) => object()),
        cache_ts: slack.calendar.seconds(),
        response_metadata: { next_cursor: nextCursor },
      };
    },
  },
  'users.lookupByEmail': {
    token: 'bot',
    scopes: ['users:read.email'],
    readsJson: false,
    callsPerMinute: tier.three,
    run(slack, args) {
      const person = slack.people.findByEmail(args.requiredText('email'));
      if (!person || person.deactivated) throw new ApiError('users_not_found');
      return { user: userObject(slack, person) };
    },
  },
  'users.conversations': {
    token: 'bot',
    scopes: [],
    readsJson: false,
    callsPerMinute: tier.three,
    run(slack, args) {
      const userId = args.text('user') ?? slack.app.botUserId;
      const known = userId === slack.app.botUserId || slack.people.findById(userId);
      if (!known) throw new ApiError('user_not_found');
      const { channels, nextCursor } = listChannels(slack, args, (channel) => channel.members.has(userId));
      return {
        channels: channels.map((channel) => channelObject(slack, channel)),
        response_metadata: { next_cursor: nextCursor },
      };
    },
  },
};
