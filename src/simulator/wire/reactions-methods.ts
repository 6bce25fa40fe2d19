import type { JsonObject } from '../workspace/json.ts';
import type { Message } from '../workspace/messages.ts';
import { tell, type Workspace } from '../workspace/workspace.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError, missingField } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { isVisibleToApp } from './channel-access.ts';
import { messageObject } from './message-object.ts';
import { permalinkOf } from './permalink.ts';

const mostEmojiOnAMessage = 50;
const mostByOnePerson = 23;

export const reactionsMethods: ApiMethods = {
  'reactions.add': {
    token: 'bot',
    scopes: ['reactions:write'],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const name = readEmoji(args);
      react(slack, messageToReactTo(slack, args), slack.app.botUserId, name);
      return {};
    },
  },
  'reactions.remove': {
    token: 'bot',
    scopes: ['reactions:write'],
    readsJson: true,
    callsPerMinute: tier.two,
    run(slack, args) {
      const name = readEmoji(args);
      unreact(slack, messageToReactTo(slack, args), slack.app.botUserId, name);
      return {};
    },
  },
  'reactions.get': {
    token: 'bot',
    scopes: ['reactions:read'],
    readsJson: false,
    callsPerMinute: tier.three,
    run(slack, args) {
      const message = messageToReactTo(slack, args);
      const object: JsonObject = { ...messageObject(slack, message), permalink: permalinkOf(slack, message) };
      return { type: 'message', channel: message.channelId, message: object };
    },
  },
};

export function react(slack: Workspace, message: Message, userId: string, name: string): void {
  message.reactions ??= new Map();
  const others = message.reactions.get(name) ?? new Set();
  if (others.has(userId)) throw new ApiError('already_reacted');
  if (others.size === 0 && message.reactions.size >= mostEmojiOnAMessage) throw new ApiError('too_many_emoji');
  const own = [...message.reactions.values()].filter((people) => people.has(userId)).length;
  if (own >= mostByOnePerson) throw new ApiError('too_many_reactions');
  message.reactions.set(name, others.add(userId));
  tell(slack, { type: 'reaction-added', message, userId, name });
}

export function unreact(slack: Workspace, message: Message, userId: string, name: string): void {
  const others = message.reactions?.get(name);
  if (!others?.delete(userId)) throw new ApiError('no_reaction');
  if (others.size === 0) message.reactions?.delete(name);
  tell(slack, { type: 'reaction-removed', message, userId, name });
}

/** Without colons; a skin tone may follow. */
function readEmoji(args: ApiArguments): string {
  const name = args.text('name');
  if (!name) throw missingField('name');
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new ApiError('invalid_name');
  return name;
}

function messageToReactTo(slack: Workspace, args: ApiArguments): Message {
  if (!args.has('channel') || !args.has('timestamp')) throw new ApiError('no_item_specified');
  const channel = slack.channels.findById(args.requiredText('channel'));
  if (!channel || !isVisibleToApp(slack, channel)) throw new ApiError('channel_not_found');
  if (!channel.members.has(slack.app.botUserId)) throw new ApiError('not_in_channel');
  const ts = args.requiredText('timestamp');
  if (!/^\d+\.\d+$/.test(ts)) throw new ApiError('bad_timestamp');
  const message = slack.messages.find(channel.id, ts);
  if (!message) throw new ApiError('message_not_found');
  if (channel.archived) throw new ApiError('is_archived');
  return message;
}
