import type { StoredFile } from '../workspace/files.ts';
import { asText, isJsonList, isJsonObject, type Json } from '../workspace/json.ts';
import { tell, type Workspace } from '../workspace/workspace.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError, explained } from './api-error.ts';
import { type ApiMethods, tier } from './api-method.ts';
import { channelToPostIn, threadToReplyIn } from './chat-targets.ts';
import { fileObject } from './file-object.ts';
import { readMessageContent } from './message-content.ts';

const mostChannels = 100;
const mostAltCharacters = 1000;
const mostSnippetBytes = 1_000_000;

export const filesMethods: ApiMethods = {
  'files.getUploadURLExternal': {
    token: 'bot',
    scopes: ['files:write'],
    readsJson: false,
    callsPerMinute: tier.four,
    run(slack, args) {
      const name = args.requiredText('filename');
      const size = Number(args.requiredText('length'));
      if (!Number.isInteger(size) || size < 1) {
        throw explained('invalid_arguments', ['[ERROR] must be greater than 0 [json-pointer:/length]']);
      }
      // The documented name is alt_txt; another is not seen, as with every argument Slack does not know.
      const altText = args.text('alt_txt');
      if (altText && altText.length > mostAltCharacters) {
        throw explained('invalid_arguments', ['[ERROR] must be less than 1001 characters [json-pointer:/alt_txt]']);
      }
      if (args.has('snippet_type') && size > mostSnippetBytes) throw new ApiError('snippet_too_large');
      const { file, path } = slack.files.announce({ name, size, altText, userId: slack.app.botUserId });
      return { upload_url: `${slack.fileBase}${path}`, file_id: file.id };
    },
  },
  'files.completeUploadExternal': {
    token: 'bot',
    scopes: ['files:write'],
    readsJson: true,
    callsPerMinute: tier.four,
    run(slack, args) {
      const files = filesToComplete(slack, args);
      const asked = [...args.list('channel_id'), ...args.list('channels')];
      if (asked.length > mostChannels) throw new ApiError('channels_limit_exceeded');
      const channels = asked.map((id) => channelToPostIn(slack, id));
      const { blocks } = args.has('initial_comment') ? {} : readMessageContent(args.only('blocks'), slack.ids);
      const threads = channels.map((channel) => threadToReplyIn(slack, channel, args));
      for (const { file, title } of files) {
        file.state = 'complete';
        file.title = title ?? file.title;
      }
      for (const [index, channel] of channels.entries()) {
        const threadTs = threads[index];
        share(
          slack,
          channel.id,
          files.map(({ file }) => file),
          {
            text: args.text('initial_comment') ?? '',
            ...(blocks ? { blocks } : {}),
            ...(threadTs ? { threadTs } : {}),
          },
        );
      }
      return { files: files.map(({ file }) => ({ id: file.id, title: file.title })) };
    },
  },
  'files.info': {
    token: 'bot',
    scopes: ['files:read'],
    readsJson: false,
    callsPerMinute: tier.four,
    run: (slack, args) => ({
      file: fileObject(slack, fileFor(slack, args)),
      comments: [],
      response_metadata: { next_cursor: '' },
    }),
  },
  'files.delete': {
    token: 'bot',
    scopes: ['files:write'],
    readsJson: true,
    callsPerMinute: tier.three,
    run(slack, args) {
      const file = fileFor(slack, args);
      if (!file.byBot) throw new ApiError('cant_delete_file');
      file.state = 'deleted';
      file.bytes = undefined;
      slack.changes.announce();
      return {};
    },
  },
};

/** Whether the bot made it or is somewhere it was shared. */
export function canReadFile(slack: Workspace, file: StoredFile): boolean {
  const isThere = ({ channelId }: { channelId: string }) =>
    slack.channels.findById(channelId)?.members.has(slack.app.botUserId) === true;
  return file.byBot || file.givenInForm === true || file.shares.some(isThere);
}

export function share(
  slack: Workspace,
  channelId: string,
  files: StoredFile[],
  said: { text: string; blocks?: Json[]; threadTs?: string },
  author = { userId: slack.app.botUserId, byBot: true },
): string {
  const message = slack.messages.add({ ...said, ...author, channelId, fileIds: files.map(({ id }) => id) });
  for (const file of files) file.shares.push({ channelId, ts: message.ts });
  tell(slack, { type: 'message-posted', message });
  for (const file of files) tell(slack, { type: 'file-shared', file, channelId });
  return message.ts;
}

function filesToComplete(slack: Workspace, args: ApiArguments): { file: StoredFile; title: string | undefined }[] {
  const list = args.json('files', 'invalid_arguments');
  if (!isJsonList(list) || list.length === 0) {
    throw explained('invalid_arguments', ['[ERROR] missing required field: files']);
  }
  return list.map((item) => {
    const file = isJsonObject(item) ? slack.files.find(asText(item['id'])) : undefined;
    if (!file?.byBot || file.state !== 'uploaded') throw new ApiError('file_not_found');
    const title = isJsonObject(item) ? asText(item['title']) : '';
    return { file, title: title || undefined };
  });
}

function fileFor(slack: Workspace, args: ApiArguments): StoredFile {
  const file = slack.files.find(args.requiredText('file'));
  if (!file || !canReadFile(slack, file)) throw new ApiError('file_not_found');
  if (file.state === 'deleted') throw new ApiError('file_deleted');
  if (file.state !== 'complete') throw new ApiError('file_not_found');
  return file;
}
