import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { CommandHelp } from '../../platform/slack/command-help.ts';
import type { Message } from '../../platform/slack/message.ts';
import { meaningOf } from '../../platform/slack/slack-errors.ts';
import type { Database } from '../../platform/storage/database.ts';
import { loadParts } from '../governance/load-parts.ts';
import { identifyAdministrator } from '../people/identify-administrator.ts';
import { loadWhomToAsk } from '../people/load-whom-to-ask.ts';
import { findChannelState } from '../workspaces/find-channel-state.ts';
import { type Finding, problem } from '../workspaces/finding.ts';
import { loadSetUp } from '../workspaces/load-set-up.ts';
import type { PostedChannel } from '../workspaces/set-up.ts';
import { checkMembers, checkWorkspaceFile } from '../workspaces/set-up-findings.ts';
import { ownSetUpMessage, setUpMessage } from './set-up-message.ts';

interface Asks {
  client: Pick<WebClient, 'conversations' | 'users'>;
  workspaceId: string;
  memberId: string;
  commands: readonly CommandHelp[];
}

/** To administrators, how far the set-up is and what comes next; to everybody else, their own place in it. */
export async function openSetUp(db: Database, { client, commands, ...who }: Asks): Promise<Message> {
  if (!(await identifyAdministrator(client, who.memberId))) {
    return ownSetUpMessage(await loadWhomToAsk(db, who), { commands, parts: await loadParts(db, who) });
  }
  const setUp = await loadSetUp(db, who.workspaceId);
  const channels = await Promise.all(setUp.channels.map((channel) => channelState(client, channel)));
  return setUpMessage([...checkWorkspaceFile(setUp), ...channels, ...checkMembers(setUp)]);
}

async function channelState(client: Asks['client'], channel: PostedChannel): Promise<Finding> {
  try {
    return await findChannelState(client, channel);
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    return problem(`Channel of ${channel.of}`, meaningOf(error.data.error).remedy);
  }
}
