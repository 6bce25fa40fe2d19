import { WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { allScopes, clientOf, manifestOf, quiet, startLittleSlack } from './start-little-slack.ts';

const post = (url: string, headers: { [name: string]: string }, body: string) =>
  fetch(url, { method: 'POST', headers, body });

describe('who may call', () => {
  test.each([
    ['no token', undefined, 'not_authed'],
    ['a token of nobody', 'xoxb-nobody', 'invalid_auth'],
  ])('%s', async (_what, token, error) => {
    const { simulator } = await startLittleSlack();
    const client = new WebClient(token, { slackApiUrl: simulator.apiUrl, logger: quiet });
    await expect(client.auth.test()).rejects.toMatchObject({ data: { ok: false, error } });
  });

  test('the app-level token opens connections and nothing else, the bot token all else', async () => {
    const { simulator } = await startLittleSlack();
    const app = clientOf(simulator, simulator.appToken);
    await expect(app.auth.test()).rejects.toMatchObject({ data: { error: 'not_allowed_token_type' } });
    await expect(clientOf(simulator).apps.connections.open()).rejects.toMatchObject({
      data: { error: 'not_allowed_token_type' },
    });
    expect(await app.apps.connections.open()).toMatchObject({ ok: true, url: expect.stringContaining('ticket=') });
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const inForm = await post(`${simulator.apiUrl}apps.connections.open`, form, `token=${simulator.appToken}`);
    expect(await inForm.json()).toMatchObject({ ok: false, error: 'not_authed' });
  });

  test('a missing scope is named, with those there are', async () => {
    const { simulator } = await startLittleSlack({ manifest: manifestOf({ scopes: ['commands', 'chat:write'] }) });
    await expect(clientOf(simulator).users.list({})).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'users:read', provided: 'commands,chat:write' },
    });
  });

  test('after uninstalling, or revoking its token, the app is refused', async () => {
    const { simulator } = await startLittleSlack();
    simulator.uninstallApp();
    await expect(clientOf(simulator).auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
    const other = await startLittleSlack();
    expect(await clientOf(other.simulator).auth.revoke({ test: true })).toMatchObject({ revoked: false });
    expect(await clientOf(other.simulator).auth.revoke()).toMatchObject({ revoked: true });
    await expect(clientOf(other.simulator).auth.test()).rejects.toMatchObject({ data: { error: 'token_revoked' } });
  });

  test('auth.test says who the bot is and which scopes it has', async () => {
    const { simulator } = await startLittleSlack();
    expect(await clientOf(simulator).auth.test()).toMatchObject({
      team: 'Harbour',
      team_id: simulator.teamId,
      user_id: simulator.botUserId,
      bot_id: simulator.botId,
      response_metadata: { scopes: allScopes },
    });
  });
});

describe('how arguments travel', () => {
  test('JSON is read where Slack reads it, and with the token in the header', async () => {
    const { simulator } = await startLittleSlack();
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      Authorization: `Bearer ${simulator.botToken}`,
    };
    const body = JSON.stringify({ channel: '#general', text: 'hello' });
    const posted = await post(`${simulator.apiUrl}chat.postMessage`, headers, body);
    expect(await posted.json()).toMatchObject({ ok: true, message: { text: 'hello' } });
    const person = JSON.stringify({ user: simulator.as('ana').id });
    const unread = await post(`${simulator.apiUrl}users.info`, headers, person);
    expect(await unread.json()).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: user'] },
    });
    const bodyToken = JSON.stringify({ token: simulator.botToken });
    const json = { 'Content-Type': 'application/json; charset=utf-8' };
    expect(await (await post(`${simulator.apiUrl}auth.test`, json, bodyToken)).json()).toMatchObject({
      error: 'not_authed',
    });
  });

  test('what is not JSON, not a form, or an unknown method is refused by name', async () => {
    const { simulator } = await startLittleSlack();
    const token = { Authorization: `Bearer ${simulator.botToken}` };
    const call = async (method: string, type: string, body: string) =>
      (await post(`${simulator.apiUrl}${method}`, { ...token, 'Content-Type': type }, body)).json();
    expect(await call('api.test', 'application/json', '{oops')).toEqual({ ok: false, error: 'invalid_json' });
    expect(await call('api.test', 'text/plain', 'hello')).toEqual({ ok: false, error: 'invalid_post_type' });
    expect(await call('chat.shout', 'application/json', '{}')).toMatchObject({ error: 'unknown_method' });
    expect(await call('toString', 'application/json', '{}')).toMatchObject({ error: 'unknown_method' });
    expect(await call('api.test', 'application/json', '{"a":1}')).toMatchObject({
      ok: true,
      args: { a: 1 },
      response_metadata: { warnings: ['missing_charset'] },
    });
  });
});

test('a form may come with a charset, which Slack finds superfluous, or in parts', async () => {
  const { simulator } = await startLittleSlack();
  const headers = { Authorization: `Bearer ${simulator.botToken}` };
  const form = { ...headers, 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const warned = await post(`${simulator.apiUrl}api.test`, form, 'a=1');
  expect(warned.headers.get('x-slack-req-id')).toMatch(/^[0-9a-f]{32}$/);
  expect(await warned.json()).toMatchObject({
    ok: true,
    warning: 'superfluous_charset',
    response_metadata: { warnings: ['superfluous_charset'] },
  });
  const parts = new FormData();
  parts.set('channel', '#general');
  parts.set('text', 'in parts');
  const posted = await fetch(`${simulator.apiUrl}chat.postMessage`, { method: 'POST', headers, body: parts });
  expect(await posted.json()).toMatchObject({ ok: true, message: { text: 'in parts' } });
  const broken = { ...headers, 'Content-Type': 'multipart/form-data; boundary=x' };
  expect(await (await post(`${simulator.apiUrl}api.test`, broken, 'nonsense')).json()).toEqual({
    ok: false,
    error: 'invalid_form_data',
  });
});

describe('troubles', () => {
  test('come to the call they were planned for, in order, and are on record', async () => {
    const { simulator } = await startLittleSlack();
    const client = clientOf(simulator);
    simulator.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 7 });
    simulator.faults.next('chat.postMessage', { kind: 'server-error', effect: 'none' });
    simulator.faults.next('chat.postMessage', { kind: 'server-error', effect: 'done' });
    simulator.faults.next('chat.postMessage', { kind: 'drop', effect: 'done' });
    simulator.faults.next('chat.postMessage', { kind: 'error', error: 'restricted_action' });
    const say = (text: string) => client.chat.postMessage({ channel: '#general', text });
    const limited = await say('one').catch((error: unknown) => error);
    expect(limited).toBeInstanceOf(WebAPIRateLimitedError);
    expect(limited).toMatchObject({ retryAfter: 7 });
    await expect(say('two')).rejects.toMatchObject({ statusCode: 500 });
    await expect(say('three')).rejects.toMatchObject({ statusCode: 500 });
    await expect(say('four')).rejects.toThrow();
    await expect(say('five')).rejects.toMatchObject({ data: { error: 'restricted_action' } });
    await say('six');
    expect(simulator.messages('#general').map(({ text }) => text)).toEqual(['three', 'four', 'six']);
    expect(simulator.requests.map(({ status }) => status)).toEqual([429, 500, 500, 'drop', 200, 200]);
    expect(simulator.requests[2]).toMatchObject({ method: 'chat.postMessage', answer: { ok: true } });
    expect(JSON.stringify(simulator.requests)).not.toContain(simulator.botToken);
  });

  test('can wait for one recipient, and a hang lasts until the caller gives up', async () => {
    const { simulator } = await startLittleSlack();
    simulator.faults.next('chat.postMessage', { kind: 'hang', effect: 'none' }, { channel: '#general' });
    const client = clientOf(simulator);
    await client.chat.postMessage({ channel: simulator.as('ana').id, text: 'to Ana' });
    expect(simulator.faults.waiting).toBe(1);
    const signal = new AbortController();
    const hanging = fetch(`${simulator.apiUrl}chat.postMessage?channel=%23general&text=x`, { signal: signal.signal });
    await expect.poll(() => simulator.faults.waiting).toBe(0);
    signal.abort();
    await expect(hanging).rejects.toThrow();
    expect(simulator.messages('#general')).toEqual([]);
  });

  test('real rate limits: a tier per method, about a post a second per channel, and time heals', async () => {
    const { simulator, stopwatch } = await startLittleSlack({ rateLimits: 'real' });
    const client = clientOf(simulator);
    const say = () => client.chat.postMessage({ channel: '#general', text: 'again' });
    for (let count = 0; count < 3; count += 1) await say();
    await expect(say()).rejects.toMatchObject({ retryAfter: 3 });
    stopwatch.advance(3000);
    await say();
    for (let count = 0; count < 20; count += 1) await client.users.list({});
    await expect(client.users.list({})).rejects.toMatchObject({ retryAfter: 60 });
    await client.auth.test();
    stopwatch.advance(60_000);
    await client.users.list({});
  });
});
