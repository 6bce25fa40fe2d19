import type { WebClient } from '@slack/web-api';
import { type Finding, ok, problem } from './finding.ts';
import type { PostedChannel } from './set-up.ts';

/** Whether the bot can post where a team's digest or the note of lessons goes. Rejects with Slack's error. */
export async function findChannelState(
  client: Pick<WebClient, 'conversations'>,
  { of, channelId }: PostedChannel,
): Promise<Finding> {
  const check = `Channel of ${of}`;
  const { channel } = await client.conversations.info({ channel: channelId });
  const name = `#${channel?.name ?? channelId}`;
  if (channel?.is_archived) return problem(check, `${name} is archived; name another channel in the workspace file.`);
  if (!channel?.is_member) return problem(check, `The bot is not in ${name}; type there: /invite @Throughline`);
  return ok(check, `the bot is in ${name}`);
}
