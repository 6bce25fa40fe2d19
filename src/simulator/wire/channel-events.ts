import type { Channel } from '../workspace/channels.ts';
import type { Happening, Workspace } from '../workspace/workspace.ts';
import { type EventToTell, eventOf, scopeFor } from './event-to-tell.ts';
import type { EventType } from './payload-types.ts';

type ChannelHappening = Extract<Happening, { type: 'channel-changed' }>;

const publicTypes: { [how in ChannelHappening['how']]: EventType } = {
  created: 'channel_created',
  rename: 'channel_rename',
  archive: 'channel_archive',
  unarchive: 'channel_unarchive',
};

/** The making of a private channel is told to nobody. */
const privateTypes: { [how in ChannelHappening['how']]?: EventType } = {
  rename: 'group_rename',
  archive: 'group_archive',
  unarchive: 'group_unarchive',
};

/** What became of a channel: of public ones any app hears, of private ones only from inside. */
export function channelEvents(slack: Workspace, { channel, how, userId }: ChannelHappening): EventToTell[] {
  const isPublic = channel.kind === 'public';
  const type = (isPublic ? publicTypes : privateTypes)[how];
  if (!type || (!isPublic && !channel.members.has(slack.app.botUserId))) return [];
  const { id, name, created } = channel;
  const whole = { id, name, name_normalized: name, created, is_channel: isPublic, is_mpim: false };
  const fields = {
    created: { channel: { ...whole, creator: userId, context_team_id: slack.team.id } },
    rename: { channel: whole },
    archive: { channel: id, user: userId },
    unarchive: { channel: id, user: userId },
  }[how];
  return [eventOf(slack, type, scopeFor(channel, 'read'), fields)];
}

export function membershipEvents(
  slack: Workspace,
  type: 'member_joined_channel' | 'member_left_channel',
  channel: Channel,
  userId: string,
): EventToTell[] {
  const { botUserId } = slack.app;
  if (!channel.members.has(botUserId) && userId !== botUserId) return [];
  const channelType = channel.kind === 'public' ? 'C' : 'G';
  const fields = { user: userId, channel: channel.id, channel_type: channelType, team: slack.team.id };
  return [eventOf(slack, type, scopeFor(channel, 'read'), fields)];
}
