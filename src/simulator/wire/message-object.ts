import type { JsonObject } from '../workspace/json.ts';
import type { Message } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { filesShown } from './file-object.ts';
import { typedFields } from './typed-message.ts';

/** A message as the Web API and events show it. Metadata is only given where it was asked for. */
export function messageObject(slack: Workspace, message: Message, withMetadata = false): JsonObject {
  const { app, team, messages } = slack;
  const object: JsonObject = {
    type: 'message',
    user: message.userId,
    text: message.text,
    ts: message.ts,
    team: team.id,
  };
  if (message.byBot) {
    object['bot_id'] = app.botId;
    object['app_id'] = app.appId;
    object['bot_profile'] = {
      id: app.botId,
      app_id: app.appId,
      name: app.manifest.botName,
      deleted: false,
      team_id: team.id,
    };
  }
  if (message.blocks) object['blocks'] = message.blocks;
  if (message.attachments) object['attachments'] = message.attachments;
  if (withMetadata && message.metadata) object['metadata'] = message.metadata;
  if (message.editedTs) object['edited'] = { user: message.userId, ts: message.editedTs };
  if (message.reactions?.size) {
    object['reactions'] = [...message.reactions].map(([name, users]) => ({
      name,
      users: [...users],
      count: users.size,
    }));
  }
  if (message.fileIds) Object.assign(object, filesShown(slack, message.fileIds));
  if (!message.byBot) Object.assign(object, typedFields(message));
  if (message.broadcast) object['subtype'] = 'thread_broadcast';
  if (message.threadTs) {
    object['thread_ts'] = message.threadTs;
    object['parent_user_id'] = messages.find(message.channelId, message.threadTs)?.userId ?? '';
  }
  const replies = messages.replies(message.channelId, message.ts);
  if (replies.length > 0) {
    object['thread_ts'] = message.ts;
    object['reply_count'] = replies.length;
    object['reply_users'] = [...new Set(replies.map(({ userId }) => userId))];
    object['latest_reply'] = replies.at(-1)?.ts ?? '';
  }
  return object;
}
