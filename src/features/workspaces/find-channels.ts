import type { FileProblem } from './file-problem.ts';
import type { WorkspaceFile } from './workspace-file.ts';

/** The id of the channel that has this name (without #); undefined when the bot can see none. */
export type FindChannel = (name: string) => Promise<string | undefined>;

export interface ChannelsFound {
  /** Of a name or id in the file. */
  channelId(reference: string): string;
  problems: Omit<FileProblem, 'line'>[];
}

/** Meets the channels that the file names. Ids are taken as they are: a private one cannot be looked up by everyone. */
export async function findChannels(file: WorkspaceFile, findChannel: FindChannel): Promise<ChannelsFound> {
  const ids = new Map<string, string>();
  const problems: ChannelsFound['problems'] = [];
  const named = [
    ...file.teams.map(({ key, channel }) => ({ at: ['teams', key, 'channel'], channel })),
    ...(file.lessons ? [{ at: ['lessons', 'channel'], channel: file.lessons.channel }] : []),
  ];
  for (const { at, channel } of named) {
    if (!channel?.startsWith('#')) continue;
    const id = ids.get(channel) ?? (await findChannel(channel.slice(1)));
    if (id !== undefined) ids.set(channel, id);
    else {
      const message = `there is no channel ${channel} that the bot can see; if it is private, invite the bot to it first`;
      problems.push({ at, message });
    }
  }
  return { channelId: (reference) => ids.get(reference) ?? reference, problems };
}
