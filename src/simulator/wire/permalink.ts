import type { Message } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function permalinkOf(slack: Workspace, message: Message): string {
  const { channelId, ts, threadTs } = message;
  const place = `https://${slack.team.domain}.slack.com/archives/${channelId}/p${ts.replace('.', '')}`;
  return threadTs ? `${place}?thread_ts=${threadTs}&cid=${channelId}` : place;
}
