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
  slack.changes.announce();
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
  const channel = slack.channels.get(which);
  channel.archived = true;
  slack.changes.announce();
}

/** The app is told twice, in no promised order, and its token is dead. */
export function uninstallApp(slack: Workspace): void {
  tell(slack, { type: 'tokens-revoked' });
  tell(slack, { type: 'app-uninstalled' });
  slack.app.state = 'uninstalled';
}
