import { expect, test } from 'vitest';
import { startSocketModeApp } from './start-bolt-app.ts';
import { allScopes, clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

/** The events a Bolt app hears, as its listeners get them. */
async function listening(manifest = manifestOf({})) {
  const started = await startLittleSlack({ manifest });
  const heard: { [key: string]: unknown }[] = [];
  await startSocketModeApp(started.simulator, (app) => {
    app.event(/.*/, async ({ event, body }) => {
      heard.push({ ...event, authorizations: body.authorizations });
    });
  });
  const settle = () => started.simulator.eventsSettled();
  return { ...started, heard, settle, types: () => heard.map(({ type }) => type) };
}

test('people come, change and go; each is told with the whole person', async () => {
  const { simulator, heard, settle } = await listening();
  simulator.addPerson({ name: 'cy', timeZone: 'Europe/Oslo' });
  simulator.updatePerson('cy', { timeZone: 'Asia/Tokyo' });
  simulator.deactivate('cy');
  await settle();
  await expect.poll(() => heard.length).toBe(3);
  expect(heard).toMatchObject([
    { type: 'team_join', user: { name: 'cy', tz: 'Europe/Oslo' }, authorizations: [{ user_id: simulator.botUserId }] },
    { type: 'user_change', user: { tz: 'Asia/Tokyo', tz_offset: 32400 } },
    { type: 'user_change', user: { deleted: true } },
  ]);
  await expect(simulator.as('cy').command('/send')).rejects.toThrow('deactivated');
});

test('opening Home is told each time, with the view once there is one', async () => {
  const { simulator, heard } = await listening();
  const ana = simulator.as('ana');
  await ana.openHome();
  await clientOf(simulator).views.publish({ user_id: ana.id, view: { type: 'home', blocks: [] } });
  await ana.openHome();
  await ana.openMessages();
  await expect.poll(() => heard.length).toBe(3);
  expect(heard.map(({ tab }) => tab)).toEqual(['home', 'home', 'messages']);
  expect(heard[0]).not.toHaveProperty('view');
  expect(heard[1]).toMatchObject({ user: ana.id, channel: expect.stringMatching(/^D/), view: { type: 'home' } });
  expect(heard[2]).not.toHaveProperty('view');
});

test('messages to the app and joining are told; what the bot cannot see is not', async () => {
  const { simulator, heard, types } = await listening();
  const ana = simulator.as('ana');
  await ana.says('hello there');
  await ana.says('secret', '#attic');
  await ana.says('hello all', '#general');
  simulator.inviteBot('lobby');
  await ana.joins('lobby');
  await ana.leaves('lobby');
  await expect
    .poll(types)
    .toEqual(['message', 'message', 'member_joined_channel', 'member_joined_channel', 'member_left_channel']);
  expect(heard[0]).toMatchObject({ channel_type: 'im', user: ana.id, text: 'hello there' });
});

test('nothing is told that was not subscribed to, or whose scope is missing', async () => {
  const unsubscribed = await listening(manifestOf({ events: ['team_join'] }));
  await unsubscribed.simulator.as('ana').says('hello');
  unsubscribed.simulator.addPerson({ name: 'cy', timeZone: 'Etc/UTC' });
  await unsubscribed.settle();
  await expect.poll(unsubscribed.types).toEqual(['team_join']);
  const scopes = allScopes.filter((scope) => scope !== 'users:read');
  const unscoped = await listening(manifestOf({ scopes }));
  unscoped.simulator.addPerson({ name: 'cy', timeZone: 'Etc/UTC' });
  await unscoped.simulator.as('ana').says('hello');
  await expect.poll(unscoped.types).toEqual(['message']);
});

test('uninstalling is told twice and ends everything', async () => {
  const { simulator, types, settle } = await listening();
  simulator.uninstallApp();
  await settle();
  await expect.poll(types).toEqual(['tokens_revoked', 'app_uninstalled']);
  simulator.addPerson({ name: 'cy', timeZone: 'Etc/UTC' });
  await settle();
  expect(types()).toHaveLength(2);
  await expect(simulator.as('ana').command('/send')).rejects.toThrow('/send is not a valid command');
});

test('a read-only Messages tab takes no messages from people', async () => {
  const appHome = { home_tab_enabled: true, messages_tab_enabled: true };
  const { simulator } = await startLittleSlack({ manifest: manifestOf({ appHome }) });
  await expect(simulator.as('ana').says('hello')).rejects.toThrow('Sending messages to this app has been turned off');
});

test('an event nobody took is tried again at once, after a minute and after five, and every miss is on record', async () => {
  const { simulator, stopwatch } = await startLittleSlack();
  simulator.addPerson({ name: 'cy', timeZone: 'Etc/UTC' });
  const missed = () => simulator.failures.map(({ attempt }) => attempt);
  await expect.poll(missed).toEqual([0]);
  stopwatch.advance(0);
  await expect.poll(missed).toEqual([0, 1]);
  stopwatch.advance(60_000);
  await expect.poll(missed).toEqual([0, 1, 2]);
  const heard: unknown[] = [];
  await startSocketModeApp(simulator, (app) => {
    app.event('team_join', async ({ event, context }) => {
      heard.push(event.user.name, context.retryNum, context.retryReason);
    });
  });
  stopwatch.advance(300_000);
  await expect.poll(() => heard).toEqual(['cy', 3, 'http_error']);
  expect(missed()).toEqual([0, 1, 2]);
});

test('an event can come twice, with one id', async () => {
  const { simulator } = await startLittleSlack();
  const heard: unknown[] = [];
  await startSocketModeApp(simulator, (app) => {
    app.event('team_join', async ({ body, context }) => {
      heard.push([body.event_id, context.retryNum]);
    });
  });
  simulator.addPerson({ name: 'cy', timeZone: 'Etc/UTC' });
  await simulator.repeatEvent('team_join');
  const [id] = [expect.stringMatching(/^Ev/)];
  await expect
    .poll(() => heard)
    .toEqual([
      [id, undefined],
      [id, 1],
    ]);
  expect(new Set(heard.map((one) => Array.isArray(one) && one[0])).size).toBe(1);
  await expect(simulator.repeatEvent('message')).rejects.toThrow('No message has been told yet');
});
