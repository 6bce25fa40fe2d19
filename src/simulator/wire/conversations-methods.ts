import type { Channel } from '../workspace/channels.ts';
import { tell, type Workspace } from '../workspace/workspace.ts';
import { ApiError } from './api-error.ts';
import { type ApiMethods, requireScope, tier } from './api-method.ts';
import { channelFor, isVisibleToApp, listChannels } from './channel-access.ts';
import { channelObject, channelTypes } from './channel-object.ts';
import { pageOf } from './paging.ts';

export const conversationsMethods: ApiMethods = {
  'conversations.open': {
    token: 'bot',
    scopes: [],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const known = args.text('channel');
      const { channel, alreadyOpen } = known ? reopen(slack, known) : openWith(slack, args.list('users'));
      const answer = args.flag('return_im') ? channelObject(slack, channel) : { id: channel.id };
      return alreadyOpen ? { no_op: true, already_open: true, channel: answer } : { channel: answer };
    },
  },
  'conversations.info': {
    token: 'bot',
    scopes: [],
    readsJson: false,
    callsPerMinute: tier.three,
    run(slack, args) {
      const { num_members, ...channel } = channelObject(slack, channelFor(slack, args, 'read'));
      const isCounted = num_members !== undefined && args.flag('include_num_members');
      return { channel: isCounted ? { ...channel, num_members } : channel };
    },
  },
  'conversations.list': {
    token: 'bot',
    scopes: [],
    readsJson: false,
    callsPerMinute: tier.two,
    run(slack, args) {
      const { channels, nextCursor } = listChannels(slack, args, () => true);
      return {
        channels: channels.map((channel) => channelObject(slack, channel)),
        response_metadata: { next_cursor: nextCursor },
      };
    },
  },
  'conversations.members': {
    token: 'bot',
    scopes: [],
    readsJson: false,
    callsPerMinute: tier.four,
    run(slack, args) {
      const channel = channelFor(slack, args, 'read');
      const { page, nextCursor } = pageOf([...channel.members], args, { usual: 100, most: 999 }, (id) => id);
      return { members: page, response_metadata: { next_cursor: nextCursor } };
    },
  },
  'conversations.join': {
    token: 'bot',
    scopes: ['channels:join'],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const channel = slack.channels.findById(args.requiredText('channel'));
      if (!channel || !isVisibleToApp(slack, channel)) throw new ApiError('channel_not_found');
      if (channel.kind !== 'public') throw new ApiError('method_not_supported_for_channel_type');
      if (channel.archived) throw new ApiError('is_archived');
      const { botUserId } = slack.app;
      if (channel.members.has(botUserId)) {
        const warning = 'already_in_channel';
        return { ...joined(slack, channel), warning, response_metadata: { warnings: [warning] } };
      }
      channel.members.add(botUserId);
      tell(slack, { type: 'joined-channel', channel, userId: botUserId });
      return joined(slack, channel);
    },
  },
  'conversations.leave': {
    token: 'bot',
    scopes: [],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const channel = slack.channels.findById(args.requiredText('channel'));
      if (!channel || !isVisibleToApp(slack, channel)) throw new ApiError('channel_not_found');
      if (channel.kind === 'im') throw new ApiError('method_not_supported_for_channel_type');
      requireScope(slack, `${channelTypes[channel.kind].scopeWord}:write`);
      if (channel.archived) throw new ApiError('is_archived');
      const { botUserId } = slack.app;
      if (!channel.members.has(botUserId)) return { ok: false, not_in_channel: true };
      if (channel.name === 'general') throw new ApiError('cant_leave_general');
      if (channel.members.size === 1) throw new ApiError('last_member');
      channel.members.delete(botUserId);
      tell(slack, { type: 'left-channel', channel, userId: botUserId });
      return {};
    },
  },
};

function joined(slack: Workspace, channel: Channel) {
  return { channel: channelObject(slack, channel) };
}

function reopen(slack: Workspace, channelId: string): { channel: Channel; alreadyOpen: boolean } {
  const channel = slack.channels.findById(channelId);
  const direct = channel && (channel.kind === 'im' || channel.kind === 'mpim');
  if (!direct || !isVisibleToApp(slack, channel)) throw new ApiError('channel_not_found');
  requireScope(slack, `${channel.kind}:write`);
  return { channel, alreadyOpen: true };
}

function openWith(slack: Workspace, userIds: string[]): { channel: Channel; alreadyOpen: boolean } {
  const { botUserId } = slack.app;
  if (userIds.length === 0) throw new ApiError('users_list_not_supplied');
  if (userIds.length > 8) throw new ApiError('too_many_users');
  requireScope(slack, userIds.length > 1 ? 'mpim:write' : 'im:write');
  for (const id of userIds) {
    if (id === 'USLACKBOT' || id === botUserId) throw new ApiError('cannot_dm_bot');
    const person = slack.people.findById(id);
    if (!person) throw new ApiError('user_not_found');
    if (person.deactivated) throw new ApiError('user_disabled');
    if (person.bot) throw new ApiError('cannot_dm_bot');
  }
  return slack.channels.openDirect([...new Set(userIds), botUserId], botUserId);
}
