/**
 * What a Slack error means for a delivery: `refused` stays so until someone changes the message or where it goes; `blocked`
 * is about the app itself, and every message waits until an administrator mends it.
 */
type Verdict = 'refused' | 'blocked' | 'temporary' | 'unknown' | 'rate-limited';

interface SlackErrorMeaning {
  verdict: Verdict;
  /** What an administrator can do about it, for the log, the CLI and the list of failed deliveries. */
  remedy: string;
}

const refused = (remedy: string): SlackErrorMeaning => ({ verdict: 'refused', remedy });
const blocked = (remedy: string): SlackErrorMeaning => ({ verdict: 'blocked', remedy });
const temporary = (remedy: string): SlackErrorMeaning => ({ verdict: 'temporary', remedy });
const unknown = (remedy: string): SlackErrorMeaning => ({ verdict: 'unknown', remedy });
const tooFast: SlackErrorMeaning = { verdict: 'rate-limited', remedy: 'Nothing: it is sent again when Slack allows.' };

const NEW_TOKEN =
  'Install the app again in the workspace and give Throughline the new bot token (SLACK_BOT_TOKEN). Where that is right, SLACK_APP_TOKEN is not: `npm run cli -- doctor` tells.';
const INVITE = 'Invite the app to the channel: /invite @Throughline.';
const OUR_BUG = 'This is a bug in Throughline. Report it with the log line.';
const PERSON_GONE = 'Take the person out of the workspace file, or wait for the next look at who is in the workspace.';
const WORKSPACE_RULES = 'A workspace rule forbids the post. Ask a workspace owner, or choose another channel.';

const meanings: Readonly<Record<string, SlackErrorMeaning>> = {
  channel_not_found: refused('Check the channel in the workspace file. If it is private, invite the app to it.'),
  not_in_channel: refused(INVITE),
  is_archived: refused('The channel is archived. Choose another one in the workspace file.'),
  is_inactive: refused('The channel is frozen. Choose another one in the workspace file.'),
  channel_is_archived: refused('The channel is archived. Choose another one in the workspace file.'),
  messages_tab_disabled: blocked('Turn on the Messages tab of the app (App Home in the app settings).'),
  restricted_action: refused(WORKSPACE_RULES),
  restricted_action_read_only_channel: refused(WORKSPACE_RULES),
  restricted_action_thread_only_channel: refused(WORKSPACE_RULES),
  restricted_action_thread_locked: refused(WORKSPACE_RULES),
  restricted_action_non_threadable_channel: refused(WORKSPACE_RULES),
  app_access_restricted: blocked('An organisation admin must allow the app in this workspace.'),
  ekm_access_denied: blocked('The organisation has suspended access to its messages. Ask its security team.'),
  cannot_reply_to_message: refused('The message to reply to cannot have replies. The next one starts a new thread.'),
  user_not_in_channel: refused('The person is not in the channel. Invite them, or write to them directly.'),

  user_not_found: refused(PERSON_GONE),
  user_disabled: refused(PERSON_GONE),
  user_not_visible: refused('The app may not see this person, for example a guest from another organisation.'),
  users_not_found: refused('Nobody in the workspace has this e-mail address. Correct it in the workspace file.'),
  cannot_dm_bot: refused('A bot cannot be written to. Take it out of the workspace file.'),

  account_inactive: blocked(NEW_TOKEN),
  invalid_auth: blocked(NEW_TOKEN),
  not_authed: blocked('No bot token was sent. Set SLACK_BOT_TOKEN.'),
  token_expired: blocked(NEW_TOKEN),
  token_revoked: blocked(NEW_TOKEN),
  not_allowed_token_type: refused('SLACK_BOT_TOKEN must be a bot token; it begins with xoxb-.'),
  team_access_not_granted: blocked('Install the app in this workspace.'),
  org_login_required: blocked('The workspace is moving to an organisation. Install the app again afterwards.'),
  missing_scope: blocked('Compare the scopes of the app with the manifest, add what is missing and install it again.'),
  no_permission: blocked('Compare the scopes of the app with the manifest, add what is missing and install it again.'),
  access_denied: refused('Slack denies the app this. Ask a workspace owner.'),

  invalid_blocks: refused(OUR_BUG),
  invalid_blocks_format: refused(OUR_BUG),
  invalid_arguments: refused(OUR_BUG),
  invalid_view: refused(OUR_BUG),
  view_too_large: refused(OUR_BUG),
  msg_too_long: refused(OUR_BUG),
  msg_blocks_too_long: refused(OUR_BUG),
  no_text: refused(OUR_BUG),
  metadata_too_large: refused(OUR_BUG),
  invalid_metadata_format: refused(OUR_BUG),
  invalid_metadata_schema: refused(OUR_BUG),
  too_many_attachments: refused(OUR_BUG),

  message_not_found: refused('The message was deleted. Nothing to do.'),
  cant_update_message: refused(
    'Only the app that wrote a message may change it. Was the bot token of another app set?',
  ),
  edit_window_closed: refused('The workspace does not allow messages of this age to be changed.'),

  rate_limited: tooFast,
  ratelimited: tooFast,
  message_limit_exceeded: tooFast,

  // Slack says of these two that some of the work may have been done.
  fatal_error: unknown('Nothing: it is looked up in Slack, and sent again if it did not arrive.'),
  internal_error: unknown('Nothing: it is looked up in Slack, and sent again if it did not arrive.'),
  service_unavailable: unknown('Nothing: it is looked up in Slack, and sent again if it did not arrive.'),
  request_timeout: temporary('Nothing: it is sent again.'),
  team_added_to_org: temporary('The workspace is moving to an organisation. Nothing to do: it is sent again.'),
};

/**
 * Takes a Slack error with or without details after it: `missing_scope (needed: im:history)`. Slack adds errors without
 * notice; one we do not know was still an answer of `ok: false`, so nothing was posted.
 */
export function meaningOf(error: string): SlackErrorMeaning {
  const name = error.split(' ', 1)[0] ?? error;
  const known = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
  return known ?? refused(`Look up "${name}" in the reference of the Slack method.`);
}
