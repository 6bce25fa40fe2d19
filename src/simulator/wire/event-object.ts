import type { Channel, ChannelKind } from '../workspace/channels.ts';
import type { JsonObject } from '../workspace/json.ts';
import type { Message } from '../workspace/messages.ts';
import type { Happening, Workspace } from '../workspace/workspace.ts';
import { channelTypes } from './channel-object.ts';
import { messageObject } from './message-object.ts';
import { userObject } from './user-object.ts';
import { viewObject } from './view-object.ts';

/** An event and what the app needs to be told of it. */
export interface EventToTell {
  event: JsonObject;
  /** The name under `bot_events`. */
  subscription: string;
  scope: string | undefined;
}

/** The events a happening becomes; none when it is nothing the app could hear of. */
export function eventsOf(slack: Workspace, happening: Happening): EventToTell[] {
  switch (happening.type) {
    case 'message-posted':
      return posted(slack, happening.message);
    case 'message-changed': {
      const { message, before } = happening;
      const bodies = { message: messageObject(slack, message), previous_message: messageObject(slack, before) };
      return inChannel(slack, message, { subtype: 'message_changed', hidden: true, ...bodies });
    }
    case 'message-deleted': {
      const { message } = happening;
      const bodies = { deleted_ts: message.ts, previous_message: messageObject(slack, message) };
      return inChannel(slack, message, { subtype: 'message_deleted', hidden: true, ...bodies });
    }
    case 'person-joined-team':
      return [aboutPerson(slack, 'team_join', userObject(slack, happening.person))];
    case 'person-changed': {
      const told = aboutPerson(slack, 'user_change', userObject(slack, happening.person));
      return [{ ...told, event: { ...told.event, cache_ts: slack.calendar.seconds() } }];
    }
    case 'joined-channel':
      return membership(slack, 'member_joined_channel', happening.channel, happening.userId);
    case 'left-channel':
      return membership(slack, 'member_left_channel', happening.channel, happening.userId);
    case 'home-opened': {
      const { personId, channel, tab, view } = happening;
      const event: JsonObject = { type: 'app_home_opened', user: personId, channel: channel.id, tab };
      if (tab === 'home' && view) event['view'] = viewObject(slack, view, 'with-values');
      return [{ event: stamped(slack, event), subscription: 'app_home_opened', scope: undefined }];
    }
    case 'app-uninstalled':
      return [{ event: { type: 'app_uninstalled' }, subscription: 'app_uninstalled', scope: undefined }];
    case 'tokens-revoked': {
      const event = { type: 'tokens_revoked', tokens: { oauth: [], bot: [slack.app.botUserId] } };
      return [{ event, subscription: 'tokens_revoked', scope: undefined }];
    }
  }
}

function posted(slack: Workspace, message: Message): EventToTell[] {
  const fields = messageObject(slack, message);
  const mentionsBot = message.text.includes(`<@${slack.app.botUserId}>`);
  const channel = slack.channels.findById(message.channelId);
  const events = inChannel(slack, message, fields);
  if (!mentionsBot || message.byBot || channel?.kind === 'im') return events;
  const event = { ...fields, type: 'app_mention', channel: message.channelId, event_ts: message.ts };
  return [...events, { event, subscription: 'app_mention', scope: 'app_mentions:read' }];
}

const messageSubscription: { [kind in ChannelKind]: string } = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
};

/** Messages are told only where the bot is, its own posts included. */
function inChannel(slack: Workspace, message: Message, fields: JsonObject): EventToTell[] {
  const channel = slack.channels.findById(message.channelId);
  if (!channel?.members.has(slack.app.botUserId) || message.visibleTo) return [];
  const { kind } = channel;
  const type = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' }[kind];
  const ts = 'ts' in fields ? message.ts : slack.calendar.nextTs();
  const event = { ...fields, type: 'message', channel: channel.id, channel_type: type, ts, event_ts: ts };
  return [{ event, subscription: messageSubscription[kind], scope: `${channelTypes[kind].scopeWord}:history` }];
}

function aboutPerson(slack: Workspace, type: string, user: JsonObject): EventToTell {
  return { event: stamped(slack, { type, user }), subscription: type, scope: 'users:read' };
}

function membership(slack: Workspace, type: string, channel: Channel, userId: string): EventToTell[] {
  const { botUserId } = slack.app;
  if (!channel.members.has(botUserId) && userId !== botUserId) return [];
  const channelType = channel.kind === 'public' ? 'C' : 'G';
  const event = { type, user: userId, channel: channel.id, channel_type: channelType, team: slack.team.id };
  const scope = `${channelTypes[channel.kind].scopeWord}:read`;
  return [{ event: stamped(slack, event), subscription: type, scope }];
}

function stamped(slack: Workspace, event: JsonObject): JsonObject {
  return { ...event, event_ts: slack.calendar.nextTs() };
}
