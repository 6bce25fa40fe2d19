import { describe, expect, test } from 'vitest';
import { createMethods } from '../../src/simulator/wire/all-methods.ts';
import type { RateLimitMode } from '../../src/simulator/wire/rate-limits.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

// Section 2.2 of the platform notes: calls a minute for each method and workspace.
const tiers: [number, string[]][] = [
  [1, ['apps.uninstall']],
  [
    20,
    [
      'conversations.list',
      'dnd.teamInfo',
      'emoji.list',
      'reactions.remove',
      'usergroups.list',
      'usergroups.users.list',
      'users.list',
    ],
  ],
  [
    50,
    [
      'apps.connections.open',
      'auth.revoke',
      'bots.info',
      'chat.delete',
      'chat.deleteScheduledMessage',
      'chat.scheduleMessage',
      'chat.scheduledMessages.list',
      'chat.update',
      'conversations.history',
      'conversations.info',
      'conversations.join',
      'conversations.leave',
      'conversations.open',
      'conversations.replies',
      'dnd.info',
      'files.delete',
      'reactions.add',
      'reactions.get',
      'team.info',
      'users.conversations',
      'users.getPresence',
      'users.lookupByEmail',
    ],
  ],
  [
    100,
    [
      'api.test',
      'chat.postEphemeral',
      'conversations.members',
      'files.completeUploadExternal',
      'files.getUploadURLExternal',
      'files.info',
      'users.info',
      'users.profile.get',
      'views.open',
      'views.publish',
      'views.push',
      'views.update',
    ],
  ],
  [
    600,
    [
      'apps.event.authorizations.list',
      'auth.test',
      'blocks.validate',
      'chat.getPermalink',
      'chat.postMessage',
      'oauth.v2.access',
    ],
  ],
];

test('every method has the tier Slack gives it', () => {
  const methods = createMethods(() => '');
  const found = Object.entries(methods).map(([name, { callsPerMinute }]) => `${name} ${callsPerMinute}`);
  const expected = tiers.flatMap(([perMinute, names]) => names.map((name) => `${name} ${perMinute}`));
  expect(found.toSorted()).toEqual(expected.toSorted());
});

const limited = (rateLimits: RateLimitMode) => startLittleSlack({ rateLimits });

describe('over the limit', () => {
  test('the answer is 429 with Retry-After and the word ratelimited, and the call is not done', async () => {
    const { simulator } = await limited('real');
    const { chat } = clientOf(simulator);
    for (let count = 0; count < 3; count += 1) await chat.postMessage({ channel: '#general', text: 'x' });
    const response = await fetch(`${simulator.apiUrl}chat.postMessage?channel=%23general&text=x`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${simulator.botToken}` },
    });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('3');
    expect(await response.json()).toEqual({ ok: false, error: 'ratelimited' });
    expect(simulator.messages('#general')).toHaveLength(3);
  });

  test('off, nothing is', async () => {
    const { simulator } = await limited('off');
    for (let count = 0; count < 30; count += 1) await clientOf(simulator).users.list({});
  });

  test('ten times faster, a minute is six seconds', async () => {
    const { simulator, stopwatch } = await limited(10);
    const { users } = clientOf(simulator);
    for (let count = 0; count < 20; count += 1) await users.list({});
    await expect(users.list({})).rejects.toMatchObject({ retryAfter: 6 });
    stopwatch.advance(5999);
    await expect(users.list({})).rejects.toMatchObject({ retryAfter: 1 });
    stopwatch.advance(1);
    await users.list({});
  });

  test('a channel is one whether named, numbered or meant by its person', async () => {
    const { simulator } = await limited('real');
    const { chat, conversations } = clientOf(simulator);
    const ana = simulator.as('ana').id;
    const channel = (await conversations.open({ users: ana })).channel?.id ?? '';
    await chat.postMessage({ channel: ana, text: '1' });
    await chat.postMessage({ channel, text: '2' });
    await chat.postMessage({ channel: ana, text: '3' });
    await expect(chat.postMessage({ channel, text: '4' })).rejects.toMatchObject({ retryAfter: 3 });
    await chat.postMessage({ channel: simulator.as('ben').id, text: 'another place' });
  });

  test('the whole workspace has a cap on posts, however many channels there are', async () => {
    const people = Array.from({ length: 301 }, (_, index) => ({ name: `p${index}`, timeZone: 'Etc/UTC' }));
    const { simulator, stopwatch } = await startLittleSlack({ rateLimits: 'real', workspace: { people } });
    const { chat } = clientOf(simulator);
    const post = (index: number) => chat.postMessage({ channel: simulator.as(`p${index}`).id, text: 'x' });
    for (let index = 0; index < 300; index += 1) await post(index);
    await expect(post(300)).rejects.toMatchObject({ retryAfter: 60 });
    stopwatch.advance(60_000);
    await post(300);
  });

  test('refused calls do not count, and each method counts for itself', async () => {
    const { simulator, stopwatch } = await limited('real');
    const { users, team } = clientOf(simulator);
    for (let count = 0; count < 20; count += 1) await users.list({});
    stopwatch.advance(30_000);
    for (let count = 0; count < 5; count += 1) await expect(users.list({})).rejects.toMatchObject({ retryAfter: 30 });
    await team.info();
    stopwatch.advance(30_000);
    await users.list({});
  });

  test('a speed that is none is refused', async () => {
    await expect(startLittleSlack({ rateLimits: 0 })).rejects.toThrow('0 times faster');
  });
});
