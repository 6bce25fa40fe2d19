import { fileTypeOf, type StoredFile } from '../workspace/files.ts';
import type { JsonObject } from '../workspace/json.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A file as Slack shows it wherever one appears. */
export function fileObject(slack: Workspace, file: StoredFile): JsonObject {
  if (file.state === 'deleted') return { id: file.id, mode: 'tombstone' };
  const { filetype, mimetype, pretty } = fileTypeOf(file.name);
  const place = `${slack.fileBase}/files-pri/${slack.team.id}-${file.id}`;
  const address = encodeURIComponent(file.name.toLowerCase());
  const inChannels = (kinds: string[]) =>
    file.shares
      .map(({ channelId }) => channelId)
      .filter((id) => kinds.includes(slack.channels.findById(id)?.kind ?? ''));
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype,
    filetype,
    pretty_type: pretty,
    user: file.userId,
    user_team: slack.team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: inChannels(['public']).length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${place}/${address}`,
    url_private_download: `${place}/download/${address}`,
    permalink: `https://${slack.team.domain}.slack.com/files/${file.userId}/${file.id}/${address}`,
    permalink_public: `https://slack-files.com/${slack.team.id}-${file.id}`,
    comments_count: 0,
    is_starred: false,
    shares: sharesOf(slack, file),
    channels: inChannels(['public']),
    groups: inChannels(['private', 'mpim']),
    ims: inChannels(['im']),
    has_rich_preview: false,
    file_access: 'visible',
    ...(file.altText ? { alt_txt: file.altText } : {}),
  };
}

/** The fields of a message that shares files. */
export function filesShown(slack: Workspace, fileIds: string[]): JsonObject {
  const files = fileIds.flatMap((id) => slack.files.find(id) ?? []);
  return { subtype: 'file_share', upload: true, files: files.map((file) => fileObject(slack, file)) };
}

function sharesOf(slack: Workspace, file: StoredFile): JsonObject {
  const shares: { public: JsonObject; private: JsonObject } = { public: {}, private: {} };
  for (const { channelId, ts } of file.shares) {
    const channel = slack.channels.findById(channelId);
    if (!channel) continue;
    const side = channel.kind === 'public' ? shares.public : shares.private;
    side[channelId] = [
      { reply_users: [], reply_users_count: 0, reply_count: 0, ts, channel_name: channel.name, team_id: slack.team.id },
    ];
  }
  return Object.fromEntries(Object.entries(shares).filter(([, side]) => Object.keys(side).length > 0));
}
