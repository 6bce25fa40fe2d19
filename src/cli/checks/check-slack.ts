import { readFile } from 'node:fs/promises';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { inOneSentence } from '../../failure.ts';
import { findChannelState } from '../../features/workspaces/find-channel-state.ts';
import { type Finding, ok, problem, skipped } from '../../features/workspaces/finding.ts';
import type { PostedChannel } from '../../features/workspaces/set-up.ts';
import { createSlackClient } from '../slack-client.ts';

const manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** Whose the bot token is, and whether it may do all that the manifest asks for. */
export async function checkBotToken(
  client: WebClient,
  manifestFile: URL,
): Promise<{ workspaceId: string | undefined; findings: Finding[] }> {
  try {
    const { team, team_id: workspaceId, user, response_metadata: metadata } = await client.auth.test();
    const token = ok('Bot token', `${user ?? 'the bot'} in ${team ?? 'a workspace'} (${workspaceId ?? 'no id'})`);
    return { workspaceId, findings: [token, checkScopes(metadata?.scopes, await neededScopes(manifestFile))] };
  } catch (error) {
    const findings = [problem('Bot token', inOneSentence(error)), skipped('Scopes', 'after the bot token')];
    return { workspaceId: undefined, findings };
  }
}

function checkScopes(granted: string[] | undefined, needed: string[]): Finding {
  if (!granted) return skipped('Scopes', 'Slack did not say which the token has');
  const missing = needed.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return ok('Scopes', `all ${needed.length} granted`);
  const how = 'add them under OAuth & Permissions in the app settings and install the app again';
  return problem('Scopes', `Missing ${missing.join(', ')}: ${how}.`);
}

async function neededScopes(manifestFile: URL): Promise<string[]> {
  return manifest.parse(JSON.parse(await readFile(manifestFile, 'utf8'))).oauth_config.scopes.bot;
}

/** Whether Slack would let us open a socket. Over HTTP there is nothing that we could ask for. */
export async function checkAppToken({ connection, apiUrl }: Config['slack']): Promise<Finding> {
  if (connection.mode === 'http')
    return ok('App token', 'not needed over HTTP; Slack checks the address when you save it');
  try {
    await createSlackClient(connection.appToken, apiUrl).apps.connections.open();
    return ok('App token', 'opens connections');
  } catch (error) {
    const how =
      'Give SLACK_APP_TOKEN an app-level token with connections:write (Basic Information), and turn Socket Mode on';
    return problem('App token', `${how}. ${inOneSentence(error)}`);
  }
}

/** Whether the bot can post where a team's digest or the note of lessons goes. */
export async function checkChannel(client: WebClient, channel: PostedChannel): Promise<Finding> {
  try {
    return await findChannelState(client, channel);
  } catch (error) {
    return problem(`Channel of ${channel.of}`, inOneSentence(error));
  }
}
