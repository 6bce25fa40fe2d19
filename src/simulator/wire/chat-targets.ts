import type { Channel } from '../workspace/channels.ts';
import type { Message } from '../workspace/messages.ts';
import { appDirectMessages, type Workspace } from '../workspace/workspace.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';
import { hasScope } from './api-method.ts';
import { isVisibleToApp } from './channel-access.ts';

/** Where a post goes: a channel id, a `#name` of a public channel, or a person, which means the app's DM with them. */
export function channelToPostIn(slack: Workspace, target: string): Channel {
  const channel = findTarget(slack, target);
  if (!channel || !isVisibleToApp(slack, channel)) throw new ApiError('channel_not_found');
  if (channel.archived) throw new ApiError('is_archived');
  if (channel.kind === 'im' && !slack.app.manifest.messagesTab) throw new ApiError('messages_tab_disabled');
  const isMember = channel.members.has(slack.app.botUserId);
  if (!isMember && !hasScope(slack, 'chat:write.public')) throw new ApiError('not_in_channel');
  return channel;
}

/** A deactivated person's DM takes posts as before, and nobody reads them: Slack does not tell. */
function findTarget(slack: Workspace, target: string): Channel | undefined {
  const person = slack.people.findById(target);
  if (person) return person.bot ? undefined : appDirectMessages(slack, person.id);
  const named = slack.channels.findByName(target);
  return slack.channels.findById(target) ?? (named?.kind === 'public' ? named : undefined);
}

/** The message to reply to: a reply cannot itself start a thread. */
export function threadToReplyIn(slack: Workspace, channel: Channel, args: ApiArguments): string | undefined {
  const threadTs = args.text('thread_ts');
  if (threadTs === undefined) return undefined;
  const parent = slack.messages.find(channel.id, threadTs);
  if (!parent || parent.threadTs) throw new ApiError('cannot_reply_to_message');
  return parent.ts;
}

/** The app's own message named by channel and ts. A person's id is no channel here, although it is one for posting. */
export function messageOfApp(slack: Workspace, args: ApiArguments, whenForeign: string): Message {
  const channel = slack.channels.findById(args.requiredText('channel'));
  if (!channel || !isVisibleToApp(slack, channel)) throw new ApiError('channel_not_found');
  const message = slack.messages.find(channel.id, args.requiredText('ts'));
  if (!message) throw new ApiError('message_not_found');
  if (!message.byBot) throw new ApiError(whenForeign);
  if (channel.archived) throw new ApiError('is_inactive');
  return message;
}
