import { type AppInstallation, installApp } from './app-installation.ts';
import type { AppManifest } from './app-manifest.ts';
import { Calendar } from './calendar.ts';
import { Changes } from './changes.ts';
import { type Channel, Channels } from './channels.ts';
import { Ids } from './ids.ts';
import { type Message, Messages } from './messages.ts';
import { People, type PersonRecord } from './people.ts';
import type { Stopwatch } from './stopwatch.ts';
import { Traffic } from './traffic.ts';
import { Triggers } from './triggers.ts';
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
  | { type: 'app-uninstalled' }
  | { type: 'tokens-revoked' };

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
  return {
    team: { id: ids.next('T'), name: options.name, domain },
    app: installApp(options.manifest, ids),
    ids,
    calendar,
    stopwatch: options.stopwatch,
    people: new People(ids, calendar),
    channels: new Channels(ids, calendar),
    messages: new Messages(calendar),
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
