import { describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { recordDeliveries } from './record-events.ts';
import { clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

const redirectUri = 'https://pigeon.example.com/oauth';
const scopes = ['chat:write', 'commands', 'users:read'];

interface Asked {
  scope?: string;
  user_scope?: string;
  state?: string;
  redirect_uri?: string;
  client_id?: string;
}

function pageOf(simulator: Simulator, asked: Asked = {}): string {
  const query = { client_id: simulator.clientId, scope: scopes.join(','), redirect_uri: redirectUri, ...asked };
  return `${simulator.authorizationUrl}?${new URLSearchParams(query)}`;
}

/** Where the browser is sent when the person has decided. */
async function decide(page: string, decision: 'allow' | 'deny', as = ''): Promise<URL> {
  const body = new URLSearchParams({ decision, as });
  const response = await fetch(page, { method: 'POST', body, redirect: 'manual' });
  return new URL(response.headers.get('location') ?? 'about:blank');
}

async function codeOf(simulator: Simulator, asked: Asked = {}): Promise<string> {
  return (await decide(pageOf(simulator, asked), 'allow')).searchParams.get('code') ?? '';
}

const exchange = (simulator: Simulator, code: string, more: object = {}) =>
  clientOf(simulator, '').oauth.v2.access({
    client_id: simulator.clientId,
    client_secret: simulator.clientSecret,
    code,
    redirect_uri: redirectUri,
    ...more,
  });

const refused = (error: string) => ({ data: { ok: false, error } });

const start = (more: Parameters<typeof manifestOf>[0] = {}) =>
  startLittleSlack({ installed: false, manifest: manifestOf({ redirectUrls: [redirectUri], scopes, ...more }) });

describe('the install page', () => {
  test('says what the app asks for, and sends the person back with a code and the state', async () => {
    const { simulator } = await start();
    const page = await (await fetch(pageOf(simulator))).text();
    for (const words of ['Pigeon', 'Harbour', ...scopes, 'Ana Lima', 'Allow']) expect(page).toContain(words);
    const next = await decide(pageOf(simulator, { state: 'abc' }), 'allow');
    expect(next.href.startsWith(`${redirectUri}?code=`)).toBe(true);
    expect(next.searchParams.get('state')).toBe('abc');
    const denied = await decide(pageOf(simulator, { state: 'abc' }), 'deny');
    expect(denied.search).toBe('?error=access_denied&state=abc');
  });

  test.each([
    ['an app it does not know', { client_id: '1.2' }, 'invalid_client_id'],
    ['no scopes', { scope: '' }, 'no_scopes'],
    ['scopes the app has not declared', { scope: 'admin' }, 'invalid_scope: admin'],
    ['another address', { redirect_uri: 'https://evil.example.com' }, 'did not match'],
    ['an address that only begins alike', { redirect_uri: `${redirectUri}evil` }, 'did not match'],
  ])('is not shown for %s', async (_what, asked, words) => {
    const { simulator } = await start();
    const response = await fetch(pageOf(simulator, asked));
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(words)]);
  });
});

describe('exchanging the code', () => {
  test('installs the app, once', async () => {
    const { simulator } = await start();
    const before = simulator.botToken;
    await expect(clientOf(simulator).auth.test()).rejects.toMatchObject(refused('account_inactive'));
    const code = await codeOf(simulator);
    const answer = await exchange(simulator, code);
    expect(answer).toMatchObject({
      ok: true,
      token_type: 'bot',
      scope: scopes.join(','),
      bot_user_id: simulator.botUserId,
      app_id: simulator.appId,
      team: { id: simulator.teamId, name: 'Harbour' },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: simulator.as('ana').id },
    });
    expect(answer.access_token).toBe(simulator.botToken);
    expect(answer.access_token).not.toBe(before);
    expect(answer).not.toHaveProperty('refresh_token');
    await clientOf(simulator).auth.test();
    await expect(exchange(simulator, code)).rejects.toMatchObject(refused('invalid_code'));
  });

  test.each([
    ['a made-up code', { code: '1.2.3' }, 'invalid_code'],
    ['another address than before', { redirect_uri: `${redirectUri}/other` }, 'bad_redirect_uri'],
    ['another app', { client_id: '1.2' }, 'invalid_client_id'],
    ['a wrong secret', { client_secret: 'guess' }, 'bad_client_secret'],
    ['a grant of another kind', { grant_type: 'password' }, 'invalid_grant_type'],
    ['a made-up refresh token', { grant_type: 'refresh_token', refresh_token: 'xoxe-1-x' }, 'invalid_refresh_token'],
  ])('%s is refused', async (_what, more, error) => {
    const { simulator } = await start();
    const code = await codeOf(simulator);
    await expect(exchange(simulator, code, more)).rejects.toMatchObject(refused(error));
    await exchange(simulator, code);
  });

  test('takes the client by HTTP Basic too, and no JSON; after ten minutes the code is dead', async () => {
    const { simulator, stopwatch } = await start();
    const basic = Buffer.from(`${simulator.clientId}:${simulator.clientSecret}`).toString('base64');
    const call = async (type: string, body: string) => {
      const headers = { Authorization: `Basic ${basic}`, 'Content-Type': type };
      return (await fetch(`${simulator.apiUrl}oauth.v2.access`, { method: 'POST', headers, body })).json();
    };
    const form = 'application/x-www-form-urlencoded';
    const fields = { code: await codeOf(simulator), redirect_uri: redirectUri };
    expect(await call('application/json', JSON.stringify(fields))).toMatchObject({ ok: false });
    expect(await call(form, String(new URLSearchParams(fields)))).toMatchObject({ ok: true });
    const late = await codeOf(simulator);
    stopwatch.advance(600_000);
    await expect(exchange(simulator, late)).rejects.toMatchObject(refused('invalid_code'));
  });

  test('again gives the same token more scopes; after an uninstall it is another with only those asked', async () => {
    const { simulator } = await start();
    const install = async (scope: string) => exchange(simulator, await codeOf(simulator, { scope }));
    const first = await install('commands,chat:write');
    await expect(clientOf(simulator).users.list({})).rejects.toMatchObject(refused('missing_scope'));
    const second = await install('users:read');
    expect(second.access_token).toBe(first.access_token);
    expect(second.scope).toBe('commands,chat:write,users:read');
    await clientOf(simulator).users.list({});
    simulator.uninstallApp();
    const third = await install('commands');
    expect(third).toMatchObject({ scope: 'commands' });
    await expect(clientOf(simulator, first.access_token).auth.test()).rejects.toMatchObject(
      refused('account_inactive'),
    );
    await clientOf(simulator, third.access_token).auth.test();
  });
});

test('a person’s own token says who they are and can be given back', async () => {
  const { simulator } = await start({ userScopes: ['users:read'] });
  const ben = simulator.as('ben').id;
  const page = pageOf(simulator, { user_scope: 'users:read' });
  const code = (await decide(page, 'allow', ben)).searchParams.get('code') ?? '';
  const { authed_user: user } = await exchange(simulator, code);
  expect(user).toMatchObject({ id: ben, token_type: 'user', scope: 'users:read' });
  const own = clientOf(simulator, user?.access_token);
  expect(await own.auth.test()).toMatchObject({ user_id: ben, user: 'ben' });
  await expect(own.users.list({})).rejects.toMatchObject(refused('not_allowed_token_type'));
  const recorded = await recordDeliveries(simulator);
  await own.auth.revoke();
  await simulator.eventsSettled();
  expect(recorded.events()).toMatchObject([{ type: 'tokens_revoked', tokens: { oauth: [ben], bot: [] } }]);
  await expect(own.auth.test()).rejects.toMatchObject(refused('token_revoked'));
  await clientOf(simulator).auth.test();
});

test('rotated tokens live twelve hours and are renewed once each', async () => {
  let now = Date.parse('2026-03-02T08:00:00Z');
  const manifest = manifestOf({ redirectUrls: [redirectUri], scopes, rotates: true });
  const { simulator } = await startLittleSlack({ installed: false, manifest, clock: { now: () => new Date(now) } });
  const first = await exchange(simulator, await codeOf(simulator));
  expect(first).toMatchObject({
    access_token: expect.stringMatching(/^xoxe\.xoxb-1-/),
    refresh_token: expect.stringMatching(/^xoxe-1-/),
    expires_in: 43_200,
  });
  const renew = (refreshToken: string | undefined) =>
    exchange(simulator, '', { grant_type: 'refresh_token', refresh_token: refreshToken });
  now += 43_199_000;
  await clientOf(simulator, first.access_token).auth.test();
  now += 1000;
  await expect(clientOf(simulator, first.access_token).auth.test()).rejects.toMatchObject(refused('token_expired'));
  const second = await renew(first.refresh_token);
  expect(second).toMatchObject({ expires_in: 43_200, scope: scopes.join(','), bot_user_id: simulator.botUserId });
  await clientOf(simulator, second.access_token).auth.test();
  await expect(renew(first.refresh_token)).rejects.toMatchObject(refused('invalid_refresh_token'));
  await renew(second.refresh_token);
});

test('the app takes itself out with its secret, and asks who may see an event', async () => {
  const { simulator } = await startLittleSlack();
  const recorded = await recordDeliveries(simulator);
  await simulator.as('ana').says('x', '#general');
  const context = String(recorded.bodies[0]?.['event_context']);
  const app = clientOf(simulator, simulator.appToken);
  const answer = await app.apps.event.authorizations.list({ event_context: context });
  expect(answer.authorizations).toEqual(recorded.bodies[0]?.['authorizations']);
  await expect(app.apps.event.authorizations.list({ event_context: '4-abc' })).rejects.toMatchObject(
    refused('invalid_event_context'),
  );
  const { apps } = clientOf(simulator);
  const client = { client_id: simulator.clientId, client_secret: simulator.clientSecret };
  await expect(apps.uninstall({ ...client, client_secret: 'guess' })).rejects.toMatchObject(
    refused('bad_client_secret'),
  );
  await apps.uninstall(client);
  await simulator.eventsSettled();
  expect(recorded.types().slice(1)).toEqual(['tokens_revoked', 'app_uninstalled']);
  await expect(clientOf(simulator).auth.test()).rejects.toMatchObject(refused('account_inactive'));
});
