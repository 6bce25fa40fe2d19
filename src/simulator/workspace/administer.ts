import type { PersonDescription } from './people.ts';
import { tell, type Workspace } from './workspace.ts';

/** What the workspace's administrators do. Each tells the app where it listens. */

export function addPerson(slack: Workspace, description: PersonDescription): string {
  const person = slack.people.add(description);
  tell(slack, { type: 'person-joined-team', person });
  return person.id;
}

export function updatePerson(
  slack: Workspace,
  who: string,
  changes: Partial<Omit<PersonDescription, 'id' | 'bot'>>,
): void {
  const person = slack.people.update(who, changes);
  if (person.deactivated) slack.views.clear(person.id);
  tell(slack, { type: 'person-changed', person });
}

export interface ChannelDescription {
  name: string;
  private?: boolean;
  /** People by name or id. */
  members: string[];
  botIsMember?: boolean;
}

export function addChannel(slack: Workspace, description: ChannelDescription): string {
  const members = description.members.map((who) => slack.people.get(who).id);
  if (description.botIsMember) members.push(slack.app.botUserId);
  const kind = description.private ? 'private' : 'public';
  const creator = members[0] ?? 'USLACKBOT';
  const channel = slack.channels.add({ kind, name: description.name.replace(/^#/, ''), members, creator });
  tell(slack, { type: 'channel-changed', channel, how: 'created', userId: creator });
  return channel.id;
}

export function inviteBot(slack: Workspace, which: string): void {
  const channel = slack.channels.get(which);
  const { botUserId } = slack.app;
  if (channel.members.has(botUserId)) return;
  channel.members.add(botUserId);
  tell(slack, { type: 'joined-channel', channel, userId: botUserId });
}

export function removeBot(slack: Workspace, which: string): void {
  const channel = slack.channels.get(which);
  const { botUserId } = slack.app;
  if (!channel.members.delete(botUserId)) return;
  tell(slack, { type: 'left-channel', channel, userId: botUserId });
}

export function archiveChannel(slack: Workspace, which: string): void {
  setArchived(slack, which, true);
}

export function setArchived(slack: Workspace, which: string, archived: boolean): void {
  const channel = slack.channels.get(which);
  channel.archived = archived;
  tell(slack, { type: 'channel-changed', channel, how: archived ? 'archive' : 'unarchive', userId: channel.creator });
}

export function renameChannel(slack: Workspace, which: string, name: string): void {
  const channel = slack.channels.get(which);
  slack.channels.rename(channel, name.replace(/^#/, ''));
  tell(slack, { type: 'channel-changed', channel, how: 'rename', userId: channel.creator });
}

export interface UserGroupDescription {
  /** `@handle`, with or without the sign. */
  handle: string;
  name: string;
  /** People by name or id. */
  members: string[];
}

export function addUserGroup(slack: Workspace, { handle, name, members }: UserGroupDescription): string {
  const ids = members.map((who) => slack.people.get(who).id);
  const group = slack.userGroups.add({ handle: handle.replace(/^@/, ''), name, members: ids });
  tell(slack, { type: 'user-group-changed', group, how: 'created', added: ids, removed: [] });
  return group.id;
}

export function updateUserGroup(
  slack: Workspace,
  which: string,
  { members, disabled }: { members?: string[]; disabled?: boolean },
): void {
  const before = slack.userGroups.get(which).members;
  const after = members?.map((who) => slack.people.get(who).id) ?? before;
  const changes = { members: after, ...(disabled === undefined ? {} : { disabled }) };
  const group = slack.userGroups.update(which, changes);
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  tell(slack, { type: 'user-group-changed', group, how: 'updated', added, removed });
}

/** The app is told twice, in no promised order, and its token is dead. */
export function uninstallApp(slack: Workspace): void {
  tell(slack, { type: 'tokens-revoked', oauth: [], bot: [slack.app.botUserId] });
  tell(slack, { type: 'app-uninstalled' });
  slack.app.state = 'uninstalled';
  slack.tokens.endAll();
}
