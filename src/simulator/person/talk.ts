import { share } from '../wire/files-methods.ts';
import { react, unreact } from '../wire/reactions-methods.ts';
import type { Channel } from '../workspace/channels.ts';
import type { Message } from '../workspace/messages.ts';
import type { PersonRecord } from '../workspace/people.ts';
import { tell, type Workspace } from '../workspace/workspace.ts';
import { giveFile } from './give-files.ts';
import type { LittleSlack } from './little-slack.ts';
import type { Person } from './person.ts';
import { channelCalled, visibleMessages } from './places.ts';
import { escapeTyped } from './readable-text.ts';
import { escapeNames } from './type-command.ts';

/** Writing, changing and taking back one's own messages, and reacting to anybody's. */
export function talkVerbs(
  { slack, events }: LittleSlack,
  record: PersonRecord,
  requireClearView: () => void,
): Pick<Person, 'says' | 'edits' | 'deletes' | 'reloads' | 'reacts' | 'unreacts'> {
  const own = (where: string | undefined, ts: string) => {
    requireClearView();
    const channel = channelCalled(slack, record, where);
    const message = slack.messages.find(channel.id, ts);
    if (!message) throw new Error(`There is no message ${ts} in ${channel.name || channel.id}`);
    if (message.userId !== record.id) throw new Error(`${record.name} did not write the message ${ts}`);
    return message;
  };
  const anybodys = (where: string | undefined, wanted = 'latest') => {
    requireClearView();
    return messageNamed(slack, record, channelCalled(slack, record, where), wanted);
  };
  return {
    async says(text, where, { thread, files = [] } = {}) {
      requireClearView();
      const channel = channelCalled(slack, record, where);
      requireWritable(slack, record, channel);
      const said = { text: asTyped(slack, text), ...(thread ? { threadTs: thread } : {}) };
      const author = { userId: record.id, byBot: false };
      const given = files.map((name) => giveFile(slack, record, name));
      const ts = given.length > 0 ? share(slack, channel.id, given, said, author) : post(slack, channel, said, author);
      await events.settled();
      return ts;
    },
    async edits(ts, text, where) {
      const message = own(where, ts);
      const before = { ...message };
      message.text = asTyped(slack, text);
      message.editedTs = slack.calendar.nextTs();
      tell(slack, { type: 'message-changed', message, before });
      await events.settled();
    },
    async deletes(ts, where) {
      const message = own(where, ts);
      slack.messages.remove(message);
      tell(slack, { type: 'message-deleted', message });
      await events.settled();
    },
    reloads() {
      for (const { id } of slack.channels.all()) {
        const own = slack.messages.inChannel(id).filter(({ visibleTo }) => visibleTo === record.id);
        for (const message of own) slack.messages.remove(message);
      }
      slack.changes.announce();
    },
    async reacts(emoji, { in: where, message } = {}) {
      react(slack, anybodys(where, message), record.id, emoji);
      await events.settled();
    },
    async unreacts(emoji, { in: where, message } = {}) {
      unreact(slack, anybodys(where, message), record.id, emoji);
      await events.settled();
    },
  };
}

/** By ts, or the latest that is not for one pair of eyes only. */
export function messageNamed(slack: Workspace, person: PersonRecord, channel: Channel, wanted: string): Message {
  const messages = visibleMessages(slack, person, channel).filter(({ visibleTo }) => !visibleTo);
  const message = wanted === 'latest' ? messages.at(-1) : messages.find(({ ts }) => ts === wanted);
  if (!message) throw new Error(`There is no message ${wanted} in ${channel.name || channel.id}`);
  return message;
}

function post(
  slack: Workspace,
  channel: Channel,
  said: { text: string; threadTs?: string },
  author: { userId: string; byBot: boolean },
): string {
  const message = slack.messages.add({ ...said, ...author, channelId: channel.id });
  tell(slack, { type: 'message-posted', message });
  return message.ts;
}

function requireWritable(slack: Workspace, record: PersonRecord, channel: Channel): void {
  const { messagesTab, messagesTabReadOnly } = slack.app.manifest;
  if (channel.kind === 'im' && (!messagesTab || messagesTabReadOnly)) {
    throw new Error('Sending messages to this app has been turned off.');
  }
  if (!channel.members.has(record.id)) throw new Error(`${record.name} would have to join #${channel.name} first`);
  if (channel.archived) throw new Error(`#${channel.name} is archived`);
}

/** Names become ids and addresses links, as in Slack's composer. */
function asTyped(slack: Workspace, text: string): string {
  return escapeNames(slack, escapeTyped(text))
    .replace(/<@(\w+)\|[^>]*>/g, '<@$1>')
    .replace(/(^|\s)(https?:\/\/[^\s<>]+)/g, '$1<$2>');
}
