import type { ChannelKind } from '../workspace/channels.ts';
import type { JsonObject } from '../workspace/json.ts';
import type { Message } from '../workspace/messages.ts';
import type { Happening, Workspace } from '../workspace/workspace.ts';
import { type EventToTell, eventOf, scopeFor } from './event-to-tell.ts';
import { messageObject } from './message-object.ts';

type MessageHappening = Extract<Happening, { type: 'message-posted' | 'message-changed' | 'message-deleted' }>;

export function messageEvents(slack: Workspace, happening: MessageHappening): EventToTell[] {
  const { message } = happening;
  switch (happening.type) {
    case 'message-posted':
      return posted(slack, message);
    case 'message-changed': {
      const bodies = {
        message: messageObject(slack, message),
        previous_message: messageObject(slack, happening.before),
      };
      return inChannel(slack, message, { subtype: 'message_changed', hidden: true, ...bodies });
    }
    case 'message-deleted': {
      const bodies = { deleted_ts: message.ts, previous_message: messageObject(slack, message) };
      return inChannel(slack, message, { subtype: 'message_deleted', hidden: true, ...bodies });
    }
  }
}

function posted(slack: Workspace, message: Message): EventToTell[] {
  const fields = messageObject(slack, message);
  const mentionsBot = message.text.includes(`<@${slack.app.botUserId}>`);
  const channel = slack.channels.findById(message.channelId);
  const events = inChannel(slack, message, fields);
  if (!mentionsBot || message.byBot || channel?.kind === 'im') return events;
  const mention = eventOf(slack, 'app_mention', 'app_mentions:read', {});
  return [...events, { ...mention, event: { ...fields, ...at(message), type: 'app_mention' } }];
}

const messageSubscription: { [kind in ChannelKind]: string } = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
};

const channelType: { [kind in ChannelKind]: string } = {
  public: 'channel',
  private: 'group',
  im: 'im',
  mpim: 'mpim',
};

/** Messages are told only where the bot is, its own posts included. */
function inChannel(slack: Workspace, message: Message, fields: JsonObject): EventToTell[] {
  const channel = slack.channels.findById(message.channelId);
  if (!channel?.members.has(slack.app.botUserId) || message.visibleTo) return [];
  const ts = 'ts' in fields ? message.ts : slack.calendar.nextTs();
  const event = {
    ...fields,
    type: 'message',
    channel: channel.id,
    channel_type: channelType[channel.kind],
    ts,
    event_ts: ts,
  };
  return [{ event, subscription: messageSubscription[channel.kind], scope: scopeFor(channel, 'history') }];
}

function at(message: Message): JsonObject {
  return { channel: message.channelId, event_ts: message.ts };
}
