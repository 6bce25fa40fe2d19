import type { JsonObject } from '../workspace/json.ts';
import type { Happening, Workspace } from '../workspace/workspace.ts';
import { channelEvents, membershipEvents } from './channel-events.ts';
import { dndObject } from './dnd-methods.ts';
import { type EventToTell, eventOf } from './event-to-tell.ts';
import { messageEvents } from './message-events.ts';
import { userGroupObject } from './user-group-object.ts';
import { userObject } from './user-object.ts';
import { viewObject } from './view-object.ts';

/** The events a happening becomes; none when it is nothing the app could hear of. */
export function eventsOf(slack: Workspace, happening: Happening): EventToTell[] {
  switch (happening.type) {
    case 'message-posted':
    case 'message-changed':
    case 'message-deleted':
      return messageEvents(slack, happening);
    case 'person-joined-team':
      return [eventOf(slack, 'team_join', 'users:read', { user: userObject(slack, happening.person) })];
    case 'person-changed': {
      const fields = { user: userObject(slack, happening.person), cache_ts: slack.calendar.seconds() };
      return [eventOf(slack, 'user_change', 'users:read', fields)];
    }
    case 'joined-channel':
      return membershipEvents(slack, 'member_joined_channel', happening.channel, happening.userId);
    case 'left-channel':
      return membershipEvents(slack, 'member_left_channel', happening.channel, happening.userId);
    case 'channel-changed':
      return channelEvents(slack, happening);
    case 'reaction-added':
    case 'reaction-removed':
      return reactionEvents(slack, happening);
    case 'quiet-hours-changed': {
      const fields = { user: happening.person.id, dnd_status: dndObject(slack, happening.person) };
      return [eventOf(slack, 'dnd_updated_user', 'dnd:read', fields)];
    }
    case 'user-group-changed':
      return userGroupEvents(slack, happening);
    case 'file-shared':
      return fileEvents(slack, happening);
    case 'home-opened':
      return homeEvents(slack, happening);
    case 'app-uninstalled':
      return [eventOf(slack, 'app_uninstalled', undefined, {})];
    case 'tokens-revoked': {
      const { oauth, bot } = happening;
      return [eventOf(slack, 'tokens_revoked', undefined, { tokens: { oauth, bot } })];
    }
  }
}

type Of<T extends Happening['type']> = Extract<Happening, { type: T }>;

function homeEvents(slack: Workspace, { personId, channel, tab, view }: Of<'home-opened'>): EventToTell[] {
  const fields: JsonObject = { user: personId, channel: channel.id, tab };
  if (tab === 'home' && view) fields['view'] = viewObject(slack, view, 'with-values');
  return [eventOf(slack, 'app_home_opened', undefined, fields)];
}

function reactionEvents(slack: Workspace, happening: Of<'reaction-added' | 'reaction-removed'>): EventToTell[] {
  const { message, userId, name } = happening;
  const channel = slack.channels.findById(message.channelId);
  if (!channel?.members.has(slack.app.botUserId)) return [];
  const type = happening.type === 'reaction-added' ? 'reaction_added' : 'reaction_removed';
  const item = { type: 'message', channel: channel.id, ts: message.ts };
  const fields = { user: userId, reaction: name, item, item_user: message.userId };
  return [eventOf(slack, type, 'reactions:read', fields)];
}

function userGroupEvents(slack: Workspace, happening: Of<'user-group-changed'>): EventToTell[] {
  const { group, how, added, removed } = happening;
  const type = how === 'created' ? 'subteam_created' : 'subteam_updated';
  const whole = eventOf(slack, type, 'usergroups:read', { subteam: userGroupObject(slack, group, true) });
  if (how === 'created' || added.length + removed.length === 0) return [whole];
  const fields = {
    subteam_id: group.id,
    team_id: slack.team.id,
    date_previous_update: group.created,
    date_update: group.updated,
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
  };
  return [eventOf(slack, 'subteam_members_changed', 'usergroups:read', fields), whole];
}

function fileEvents(slack: Workspace, { file, channelId }: Of<'file-shared'>): EventToTell[] {
  if (!slack.channels.findById(channelId)?.members.has(slack.app.botUserId)) return [];
  const fields = { file_id: file.id, user_id: file.userId, file: { id: file.id }, channel_id: channelId };
  return [eventOf(slack, 'file_shared', 'files:read', fields)];
}
