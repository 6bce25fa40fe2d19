import { type AppInstallation, installApp } from './app-installation.ts';
import type { AppManifest } from './app-manifest.ts';
import { Calendar } from './calendar.ts';
import { Changes } from './changes.ts';
import { type Channel, Channels } from './channels.ts';
import { Files, type StoredFile } from './files.ts';
import { Ids } from './ids.ts';
import { type Message, Messages } from './messages.ts';
import { OauthCodes } from './oauth-codes.ts';
import { People, type PersonRecord } from './people.ts';
import { ScheduledMessages } from './scheduled-messages.ts';
import type { Stopwatch } from './stopwatch.ts';
import { Tokens } from './tokens.ts';
import { Traffic } from './traffic.ts';
import { Triggers } from './triggers.ts';
import { type UserGroup, UserGroups } from './user-groups.ts';
import { type View, Views } from './views.ts';

/** Something that came to pass and of which the app may have subscribed to be told. */
export type Happening =
  | { type: 'message-posted'; message: Message }
  | { type: 'message-changed'; message: Message; before: Message }
  | { type: 'message-deleted'; message: Message }
  | { type: 'person-joined-team'; person: PersonRecord }
  | { type: 'person-changed'; person: PersonRecord }
  | { type: 'joined-channel'; channel: Channel; userId: string }
  | { type: 'left-channel'; channel: Channel; userId: string }
  | { type: 'home-opened'; personId: string; channel: Channel; tab: 'home' | 'messages'; view: View | undefined }
  | { type: 'reaction-added' | 'reaction-removed'; message: Message; userId: string; name: string }
  | { type: 'channel-changed'; channel: Channel; how: 'created' | 'rename' | 'archive' | 'unarchive'; userId: string }
  | { type: 'quiet-hours-changed'; person: PersonRecord }
  | { type: 'user-group-changed'; group: UserGroup; how: 'created' | 'updated'; added: string[]; removed: string[] }
  | { type: 'file-shared'; file: StoredFile; channelId: string }
  | { type: 'app-uninstalled' }
  | { type: 'tokens-revoked'; oauth: string[]; bot: string[] };

/** The whole state of one little Slack: one team with one app installed. */
export interface Workspace {
  team: { id: string; name: string; domain: string };
  app: AppInstallation;
  ids: Ids;
  calendar: Calendar;
  stopwatch: Stopwatch;
  people: People;
  channels: Channels;
  messages: Messages;
  scheduled: ScheduledMessages;
  files: Files;
  /** Where files are sent to and fetched from; known once the server listens. */
  fileBase: string;
  userGroups: UserGroups;
  tokens: Tokens;
  oauthCodes: OauthCodes;
  views: Views;
  triggers: Triggers;
  changes: Changes;
  traffic: Traffic;
  /** Called for each happening; set by whoever carries news to the app. */
  listeners: ((happening: Happening) => void)[];
}

export function createWorkspace(options: {
  name: string;
  manifest: AppManifest;
  clock: { now(): Date };
  stopwatch: Stopwatch;
  seed: string;
}): Workspace {
  const ids = new Ids(options.seed);
  const calendar = new Calendar(options.clock);
  const domain = options.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const team = { id: ids.next('T'), name: options.name, domain };
  const app = installApp(options.manifest, ids);
  const tokens = new Tokens();
  tokens.add({ value: app.botToken, kind: 'bot', userId: app.botUserId, scopes: app.scopes });
  const appScopes = ['connections:write', 'authorizations:read'];
  tokens.add({ value: app.appToken, kind: 'app', userId: app.botUserId, scopes: appScopes });
  return {
    team,
    app,
    ids,
    calendar,
    stopwatch: options.stopwatch,
    people: new People(ids, calendar),
    channels: new Channels(ids, calendar),
    messages: new Messages(calendar),
    scheduled: new ScheduledMessages(ids),
    files: new Files(ids, calendar),
    fileBase: '',
    userGroups: new UserGroups(ids, calendar),
    tokens,
    oauthCodes: new OauthCodes(ids, options.stopwatch),
    views: new Views(ids, calendar),
    triggers: new Triggers(ids, options.stopwatch),
    changes: new Changes(),
    traffic: new Traffic(),
    listeners: [],
  };
}

export function tell(workspace: Workspace, happening: Happening): void {
  for (const listener of workspace.listeners) listener(happening);
  workspace.changes.announce();
}

/** The direct conversation between the app and a person, opened on first need. */
export function appDirectMessages(workspace: Workspace, personId: string): Channel {
  const { botUserId } = workspace.app;
  return workspace.channels.openDirect([personId, botUserId], botUserId).channel;
}
