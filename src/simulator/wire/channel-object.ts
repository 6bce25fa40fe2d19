import type { Channel } from '../workspace/channels.ts';
import type { JsonObject } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The types Slack uses in `types=`, and the word in the scopes that open them. */
export const channelTypes = {
  public: { type: 'public_channel', scopeWord: 'channels', flag: 'is_channel' },
  private: { type: 'private_channel', scopeWord: 'groups', flag: 'is_group' },
  im: { type: 'im', scopeWord: 'im', flag: 'is_im' },
  mpim: { type: 'mpim', scopeWord: 'mpim', flag: 'is_mpim' },
} as const;

export function channelObject(slack: Workspace, channel: Channel): JsonObject {
  const { botUserId } = slack.app;
  const common: JsonObject = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_im: channel.kind === 'im',
    is_org_shared: false,
    context_team_id: slack.team.id,
    updated: channel.created * 1000,
  };
  if (channel.kind === 'im') {
    const user = [...channel.members].find((member) => member !== botUserId) ?? '';
    return { ...common, user, is_user_deleted: slack.people.findById(user)?.deactivated ?? false, priority: 0 };
  }
  return {
    ...common,
    name: channelName(slack, channel),
    name_normalized: channelName(slack, channel),
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_general: channel.name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_member: channel.members.has(botUserId),
    creator: channel.creator,
    unlinked: 0,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.size,
  };
}

function channelName(slack: Workspace, channel: Channel): string {
  if (channel.kind !== 'mpim') return channel.name;
  const names = [...channel.members].map((id) => slack.people.findById(id)?.name ?? 'bot');
  return `mpdm-${names.join('--')}-1`;
}

/** The name Slack puts into commands and interactions, where private places go without theirs. */
export function channelNameInPayload(channel: Channel): string {
  if (channel.kind === 'public') return channel.name;
  return channel.kind === 'im' ? 'directmessage' : 'privategroup';
}
