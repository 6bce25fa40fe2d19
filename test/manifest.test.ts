import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, sourceFiles } from './architecture/source-files.ts';
import { type Manifest, manifestSchema } from './manifest/manifest-schema.ts';
import { registeredSurfaces } from './manifest/registered-surfaces.ts';
import { scopesOfCommands, scopesOfEvents, scopesOfMethods } from './manifest/scopes.ts';

const EVENTS_PATH = '/slack/events';

function readManifest(name: 'http' | 'socket-mode'): unknown {
  return JSON.parse(readFileSync(join(projectFolder, 'manifest', `${name}.json`), 'utf8'));
}

const both = [
  { name: 'socket-mode', read: () => manifestSchema.parse(readManifest('socket-mode')) },
  { name: 'http', read: () => manifestSchema.parse(readManifest('http')) },
];

describe.each(both)('the $name manifest', ({ read }) => {
  it('keeps to the limits of Slack', () => {
    expect(read).not.toThrow();
  });

  it('names exactly what the surfaces answer', () => {
    const { features, settings } = read();
    const { command, shortcut, event } = registeredSurfaces();
    expect(features.slash_commands.map((one) => one.command).sort()).toEqual(command.sort());
    expect(features.shortcuts.map(({ callback_id }) => callback_id).sort()).toEqual(shortcut.sort());
    expect([...settings.event_subscriptions.bot_events].sort()).toEqual(event.map(asSubscribed).sort());
  });

  it('asks for exactly the scopes that our calls, events and commands need', () => {
    const { oauth_config, settings } = read();
    const needed = [
      ...scopesOfCommands,
      ...settings.event_subscriptions.bot_events.flatMap((event) => scopesOfEvents[event] ?? `of the event ${event}?`),
      ...calledMethods().flatMap((method) => scopesOfMethods[method] ?? `of the method ${method}?`),
    ];
    expect([...oauth_config.scopes.bot].sort()).toEqual([...new Set(needed)].sort());
  });
});

describe('the two manifests', () => {
  const http = manifestSchema.parse(readManifest('http'));
  const socketMode = manifestSchema.parse(readManifest('socket-mode'));

  it('differ only by how Slack reaches us', () => {
    expect(withoutMode(http)).toEqual(withoutMode(socketMode));
    expect([http, socketMode].map(({ settings }) => settings.socket_mode_enabled)).toEqual([false, true]);
  });

  it('have URLs for everything over HTTP, and none in Socket Mode', () => {
    expect(urlsIn(http)).toEqual(urlsIn(http).map(() => expect.stringMatching(`^https://[^/]+${EVENTS_PATH}$`)));
    expect(urlsIn(socketMode).filter(Boolean)).toEqual([]);
  });
});

it('no surface listens twice to the same thing', () => {
  for (const names of Object.values(registeredSurfaces())) expect(names).toEqual([...new Set(names)]);
});

/** Bolt hears of messages by one name; Slack sends those of the conversations subscribed to. We listen to direct ones only. */
function asSubscribed(event: string): string {
  return event === 'message' ? 'message.im' : event;
}

/** Every Web API method that the service or a command calls. */
function calledMethods(): string[] {
  const ours = sourceFiles('src/features', 'src/platform', 'src/cli');
  const calls = ours.flatMap(({ code }) => [...code.matchAll(/\b[cC]lient\.([a-z]\w*(?:\.\w+)+)\(/g)]);
  return [...new Set(calls.flatMap(([, method]) => method ?? []))];
}

function withoutMode({ features, settings, ...rest }: Manifest): Manifest {
  const { event_subscriptions: events, interactivity } = settings;
  return {
    ...rest,
    features: { ...features, slash_commands: features.slash_commands.map(({ url: _, ...command }) => command) },
    settings: {
      ...settings,
      event_subscriptions: { bot_events: events.bot_events },
      interactivity: { is_enabled: interactivity.is_enabled },
      socket_mode_enabled: false,
    },
  };
}

function urlsIn({ features, settings }: Manifest): (string | undefined)[] {
  return [
    ...features.slash_commands.map(({ url }) => url),
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
  ];
}
