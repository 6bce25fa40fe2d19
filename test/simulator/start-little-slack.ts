import { LogLevel, WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import type { SimulatorOptions } from '../../src/simulator/simulator-options.ts';
import { createManualStopwatch, type ManualStopwatch } from '../../src/simulator/workspace/stopwatch.ts';

export const allScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'channels:write',
  'chat:write',
  'commands',
  'dnd:read',
  'emoji:read',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'mpim:read',
  'mpim:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'users.profile:read',
  'users:read',
  'users:read.email',
];

const allEvents = [
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
  'message.channels',
  'message.im',
  'reaction_added',
  'reaction_removed',
  'subteam_created',
  'subteam_members_changed',
  'subteam_updated',
  'team_join',
  'tokens_revoked',
  'user_change',
];

/** An app of no particular purpose that may do everything. */
export function manifestOf(changes: {
  scopes?: string[];
  userScopes?: string[];
  events?: string[];
  appHome?: object;
  interactive?: boolean;
  redirectUrls?: string[];
  rotates?: boolean;
}) {
  return {
    display_information: { name: 'Pigeon' },
    features: {
      bot_user: { display_name: 'Pigeon' },
      app_home: changes.appHome ?? {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      slash_commands: [
        { command: '/send', description: 'Send a letter' },
        { command: '/deliver', description: 'Deliver to somebody', should_escape: true },
      ],
      shortcuts: [
        { name: 'Write a letter', type: 'global', callback_id: 'write', description: 'Write a letter' },
        { name: 'Carry this', type: 'message', callback_id: 'carry', description: 'Carry a message' },
      ],
    },
    oauth_config: {
      scopes: { bot: changes.scopes ?? allScopes, user: changes.userScopes ?? [] },
      redirect_urls: changes.redirectUrls ?? [],
    },
    settings: {
      event_subscriptions: { bot_events: changes.events ?? allEvents },
      interactivity: { is_enabled: changes.interactive ?? true },
      socket_mode_enabled: true,
      token_rotation_enabled: changes.rotates ?? false,
    },
  };
}

/** Ana and Ben, #general with both and the bot, #attic with Ana alone. The clock stands still. */
export async function startLittleSlack(
  options: Partial<SimulatorOptions> = {},
): Promise<{ simulator: Simulator; stopwatch: ManualStopwatch }> {
  const stopwatch = createManualStopwatch();
  const simulator = await startSimulator({
    manifest: manifestOf({}),
    clock: { now: () => new Date('2026-03-02T08:00:00Z') },
    stopwatch,
    workspace: {
      name: 'Harbour',
      people: [
        { name: 'ana', realName: 'Ana Lima', timeZone: 'America/Sao_Paulo', email: 'ana@example.com', admin: true },
        { name: 'ben', realName: 'Ben Okri', timeZone: 'Asia/Kathmandu', email: 'ben@example.com' },
      ],
      channels: [
        { name: 'general', members: ['ana', 'ben'], botIsMember: true },
        { name: 'attic', private: true, members: ['ana'] },
        { name: 'lobby', members: ['ben'] },
      ],
    },
    ...options,
  });
  onTestFinished(() => simulator.close());
  return { simulator, stopwatch };
}

export function clientOf(simulator: Simulator, token: string | undefined = simulator.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: simulator.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
}

/** Slack's libraries log every refusal; here refusals are what is tested. */
export const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
