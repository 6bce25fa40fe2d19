/** Every type of event the app can be told; COVERAGE.md has a line for each. */
export const eventTypes = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_created',
  'channel_rename',
  'channel_unarchive',
  'dnd_updated_user',
  'file_shared',
  'group_archive',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'message',
  'reaction_added',
  'reaction_removed',
  'subteam_created',
  'subteam_members_changed',
  'subteam_updated',
  'team_join',
  'tokens_revoked',
  'user_change',
] as const;

export type EventType = (typeof eventTypes)[number];

/** Every type of interaction. */
export const interactionTypes = [
  'block_actions',
  'block_suggestion',
  'message_action',
  'shortcut',
  'view_closed',
  'view_submission',
] as const;

export type InteractionType = (typeof interactionTypes)[number];

/** What else Slack sends by itself. */
export const otherPayloads = ['app_rate_limited', 'slash_command', 'url_verification'] as const;
