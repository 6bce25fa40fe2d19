import type { Message } from '../workspace/messages.ts';
import { tell } from '../workspace/workspace.ts';
import { ApiError } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { isVisibleToApp } from './channel-access.ts';
import { channelToPostIn, messageOfApp, threadToReplyIn } from './chat-targets.ts';
import { type MessageContent, readMessageContent, requireContent } from './message-content.ts';
import { messageObject } from './message-object.ts';
import { permalinkOf } from './permalink.ts';

/** Posts are cut here, with a warning; updates are refused far earlier. */
const mostPostedCharacters = 40_000;
const mostUpdatedCharacters = 4_000;

export const chatMethods: ApiMethods = {
  'chat.postMessage': {
    token: 'bot',
    scopes: ['chat:write'],
    readsJson: true,
    callsPerMinute: tier.special,
    run(slack, args) {
      const channel = channelToPostIn(slack, args.requiredText('channel'));
      const content = readMessageContent(args, slack.ids);
      requireContent(content);
      const threadTs = threadToReplyIn(slack, channel, args);
      const text = content.text ?? '';
      const isCut = text.length > mostPostedCharacters;
      const message = slack.messages.add({
        ...content,
        text: text.slice(0, mostPostedCharacters),
        channelId: channel.id,
        userId: slack.app.botUserId,
        byBot: true,
        ...(threadTs ? { threadTs, broadcast: args.flag('reply_broadcast') } : {}),
      });
      tell(slack, { type: 'message-posted', message });
      return {
        channel: channel.id,
        ts: message.ts,
        message: messageObject(slack, message, true),
        ...(isCut ? { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } } : {}),
      };
    },
  },
  'chat.update': {
    token: 'bot',
    scopes: ['chat:write'],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const message = messageOfApp(slack, args, 'cant_update_message');
      const content = readMessageContent(args, slack.ids);
      requireContent({ ...content, blocks: content.blocks ?? message.blocks ?? [] });
      if ((content.text ?? '').length > mostUpdatedCharacters) throw new ApiError('msg_too_long');
      const before = { ...message };
      applyContent(message, content);
      message.editedTs = slack.calendar.nextTs();
      tell(slack, { type: 'message-changed', message, before });
      return {
        channel: message.channelId,
        ts: message.ts,
        text: message.text,
        message: messageObject(slack, message, true),
      };
    },
  },
  'chat.delete': {
    token: 'bot',
    scopes: ['chat:write'],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const message = messageOfApp(slack, args, 'cant_delete_message');
      slack.messages.remove(message);
      tell(slack, { type: 'message-deleted', message });
      return { channel: message.channelId, ts: message.ts };
    },
  },
  'chat.postEphemeral': {
    token: 'bot',
    scopes: ['chat:write'],
    readsJson: true,
    callsPerMinute: tier.four,
    run(slack, args) {
      const channel = channelToPostIn(slack, args.requiredText('channel'));
      const visibleTo = args.requiredText('user');
      if (!channel.members.has(visibleTo)) throw new ApiError('user_not_in_channel');
      const content = readMessageContent(args, slack.ids);
      requireContent(content);
      if ((content.text ?? '').length > mostPostedCharacters) throw new ApiError('msg_too_long');
      const threadTs = args.text('thread_ts');
      const message = slack.messages.add({
        ...content,
        text: content.text ?? '',
        channelId: channel.id,
        userId: slack.app.botUserId,
        byBot: true,
        visibleTo,
        ...(threadTs ? { threadTs } : {}),
      });
      slack.changes.announce();
      return { message_ts: message.ts };
    },
  },
  'chat.getPermalink': {
    token: 'bot',
    scopes: [],
    readsJson: false,
    callsPerMinute: tier.special,
    run(slack, args) {
      const channel = slack.channels.findById(args.requiredText('channel'));
      if (!channel || !isVisibleToApp(slack, channel)) throw new ApiError('channel_not_found');
      const message = slack.messages.find(channel.id, args.requiredText('message_ts'));
      if (!message) throw new ApiError('message_not_found');
      return { channel: channel.id, permalink: permalinkOf(slack, message) };
    },
  },
};

/**
 * Fields not sent stay as they were; an empty list or object clears. (Slack's pages have told it both ways for blocks
 * when only text is sent: an app does well to send both.)
 */
export function applyContent(message: Message, content: MessageContent): void {
  if (content.text !== undefined) message.text = content.text;
  if (content.blocks) message.blocks = content.blocks;
  if (content.attachments) message.attachments = content.attachments;
  if (content.metadata) message.metadata = content.metadata;
  if (message.blocks?.length === 0) delete message.blocks;
  if (message.attachments?.length === 0) delete message.attachments;
  if (message.metadata && Object.keys(message.metadata).length === 0) delete message.metadata;
}
