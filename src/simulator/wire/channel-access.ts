import type { Channel } from '../workspace/channels.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';
import { requireScope } from './api-method.ts';
import { channelTypes } from './channel-object.ts';
import { pageOf } from './paging.ts';

type Right = 'read' | 'history';

/** Public channels can be seen by any app; the others only from inside. */
export function isVisibleToApp(slack: Workspace, channel: Channel): boolean {
  return channel.kind === 'public' || channel.members.has(slack.app.botUserId);
}

/** The channel named by id, when the app may know of it and has that right for its kind. */
export function channelFor(slack: Workspace, args: ApiArguments, right: Right): Channel {
  const channel = slack.channels.findById(args.requiredText('channel'));
  if (!channel || !isVisibleToApp(slack, channel)) throw new ApiError('channel_not_found');
  requireScope(slack, `${channelTypes[channel.kind].scopeWord}:${right}`);
  return channel;
}

/** Reading and writing take more than knowing: the bot must be inside. */
export function requireMembership(slack: Workspace, channel: Channel): void {
  if (!channel.members.has(slack.app.botUserId)) throw new ApiError('not_in_channel');
}

/**
 * One page of the channels the app may know of, of the asked types; each type needs its scope. What may not be shown is
 * left out after the page was made, as Slack does: a page may be short, or empty, with more to come.
 */
export function listChannels(
  slack: Workspace,
  args: ApiArguments,
  included: (channel: Channel) => boolean,
): { channels: Channel[]; nextCursor: string } {
  const asked = args.list('types');
  const types = asked.length > 0 ? asked : ['public_channel'];
  const kinds = Object.values(channelTypes);
  for (const type of types) {
    const kind = kinds.find((known) => known.type === type);
    if (!kind) throw new ApiError('invalid_types');
    requireScope(slack, `${kind.scopeWord}:read`);
  }
  const channels = slack.channels.all().filter((channel) => types.includes(channelTypes[channel.kind].type));
  const { page, nextCursor } = pageOf(channels, args, { usual: 100, most: 999 }, ({ id }) => id);
  const isShown = (channel: Channel) =>
    isVisibleToApp(slack, channel) && included(channel) && !(channel.archived && args.flag('exclude_archived'));
  return { channels: page.filter(isShown), nextCursor };
}
