const history = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const channels = ['channels:read', 'groups:read'];

/** The bot scopes that each Web API method we call needs for what we ask of it. */
export const scopesOfMethods: Record<string, readonly string[]> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  // Where a message went whose answer never came: team channels, private ones too, and conversations with members.
  'conversations.history': history,
  'conversations.replies': history,
  'conversations.info': channels,
  'conversations.list': channels,
  // With one member, and with all who are to sign a plan.
  'conversations.open': ['im:write', 'mpim:write'],
  'dnd.teamInfo': ['dnd:read'],
  // Pictures of trends; and whether Slack is done with one, before a message shows it.
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.info': ['files:read'],
  'users.info': ['users:read'],
  // The workspace file names people by e-mail address.
  'users.list': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
  // By the app-level token, whose scope no manifest grants.
  'apps.connections.open': [],
};

export const scopesOfEvents: Record<string, readonly string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  app_uninstalled: [],
  file_shared: ['files:read'],
  tokens_revoked: [],
  team_join: ['users:read'],
  user_change: ['users:read'],
};

export const scopesOfCommands = ['commands'];
