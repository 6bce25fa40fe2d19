import { App, HTTPReceiver, type Installation, type InstallationQuery, SocketModeReceiver } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { findFreePort } from '../../src/platform/storage/embedded/find-free-port.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { registerLetters } from './letters.ts';
import { allScopes, clientOf, manifestOf, quiet, startLittleSlack } from './start-little-slack.ts';

// Slack's own libraries, as they come: what they can do against Slack they can do here.

class Installations {
  readonly byTeam = new Map<string, Installation>();

  async storeInstallation(installation: Installation): Promise<void> {
    this.byTeam.set(installation.team?.id ?? '', installation);
  }

  async fetchInstallation({ teamId }: InstallationQuery<boolean>): Promise<Installation<'v1' | 'v2', false>> {
    const installation = this.byTeam.get(teamId ?? '');
    if (!installation?.team) throw new Error('not installed');
    return { ...installation, team: installation.team, enterprise: undefined, isEnterpriseInstall: false };
  }
}

async function startInstallableApp(simulator: Simulator, port: number, installations: Installations): Promise<string> {
  const clientOptions = { slackApiUrl: simulator.apiUrl };
  const base = `http://127.0.0.1:${port}`;
  const receiver = new HTTPReceiver({
    signingSecret: simulator.signingSecret,
    clientId: simulator.clientId,
    clientSecret: simulator.clientSecret,
    stateSecret: 'a secret of the app',
    scopes: allScopes,
    redirectUri: `${base}/slack/oauth_redirect`,
    installationStore: installations,
    installerOptions: {
      authorizationUrl: simulator.authorizationUrl,
      redirectUriPath: '/slack/oauth_redirect',
      clientOptions,
    },
    logger: quiet,
  });
  const app = new App({ receiver, deferInitialization: true, logger: quiet, convoStore: false, clientOptions });
  await app.init();
  registerLetters(app, { sent: [] });
  await app.start({ host: '127.0.0.1', port });
  onTestFinished(async () => {
    await app.stop();
  });
  return base;
}

/** What a browser does: from the app's page to Slack's, agreeing there, and back with the app's cookie. */
async function install(base: string): Promise<{ status: number; text: string }> {
  const landing = await fetch(`${base}/slack/install`);
  const cookie = (landing.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const [, link = ''] = /href="([^"]+authorize[^"]+)"/.exec(await landing.text()) ?? [];
  const page = link.replaceAll('&amp;', '&');
  expect(await (await fetch(page)).text()).toContain('is asking to enter Harbour');
  const agreed = await fetch(page, {
    method: 'POST',
    body: new URLSearchParams({ decision: 'allow' }),
    redirect: 'manual',
  });
  const back = await fetch(agreed.headers.get('location') ?? '', { headers: { Cookie: cookie } });
  return { status: back.status, text: await back.text() };
}

test('a Bolt app is installed through its own pages, works, is removed and installed again', async () => {
  const port = await findFreePort();
  const manifest = manifestOf({ redirectUrls: [`http://127.0.0.1:${port}/slack/oauth_redirect`] });
  const { simulator } = await startLittleSlack({ installed: false, manifest });
  const installations = new Installations();
  const base = await startInstallableApp(simulator, port, installations);
  simulator.deliverBySignedHttp({ url: `${base}/slack/events` });
  expect(await simulator.verifyRequestUrl({ url: `${base}/slack/events` })).toBe(true);
  const ana = simulator.as('ana');
  await expect(ana.command('/send help')).rejects.toThrow('not a valid command');

  expect((await install(base)).status).toBe(200);
  const installation = installations.byTeam.get(simulator.teamId);
  expect(installation).toMatchObject({
    team: { id: simulator.teamId, name: 'Harbour' },
    user: { id: ana.id },
    bot: { token: simulator.botToken, userId: simulator.botUserId, id: simulator.botId, scopes: allScopes },
    appId: simulator.appId,
    tokenType: 'bot',
    isEnterpriseInstall: false,
  });
  expect((await ana.command('/send help')).reply?.text).toContain('write a letter');

  simulator.uninstallApp();
  expect((await install(base)).status).toBe(200);
  expect(installations.byTeam.get(simulator.teamId)?.bot?.token).not.toBe(installation?.bot?.token);
  expect((await ana.command('/send help')).reply?.text).toContain('write a letter');
});

test('an installer renews a token that is about to end', async () => {
  const port = await findFreePort();
  const manifest = manifestOf({ redirectUrls: [`http://127.0.0.1:${port}/slack/oauth_redirect`], rotates: true });
  const { simulator } = await startLittleSlack({ installed: false, manifest });
  const installations = new Installations();
  const base = await startInstallableApp(simulator, port, installations);
  simulator.deliverBySignedHttp({ url: `${base}/slack/events` });
  await install(base);
  const bot = installations.byTeam.get(simulator.teamId)?.bot;
  const first = bot?.token;
  if (bot) bot.expiresAt = 0;
  expect((await simulator.as('ana').command('/send help')).reply?.text).toContain('write a letter');
  const renewed = installations.byTeam.get(simulator.teamId)?.bot;
  expect(renewed?.token).toBe(simulator.botToken);
  expect(renewed?.token).not.toBe(first);
  expect(simulator.requests.at(-1)).toMatchObject({ method: 'oauth.v2.access', args: { grant_type: 'refresh_token' } });
});

test('a Socket Mode client takes envelopes and answers them, and comes back when there were too many sockets', async () => {
  const { simulator } = await startLittleSlack();
  const { client } = new SocketModeReceiver({
    appToken: simulator.appToken,
    installerOptions: { clientOptions: { slackApiUrl: simulator.apiUrl } },
    clientPingTimeout: 300,
    logger: quiet,
  });
  onTestFinished(() => client.disconnect());
  const heard: string[] = [];
  client.on('slack_event', async ({ ack, type, body }) => {
    heard.push(`${type} ${body.command ?? body.event?.type ?? body.type}`);
    await ack(type === 'slash_commands' ? { text: 'heard' } : undefined);
  });
  await client.start();
  await simulator.as('ana').says('hello', '#general');
  expect((await simulator.as('ana').command('/send')).reply?.text).toBe('heard');
  await simulator.as('ana').shortcut('Write a letter');
  expect(heard).toEqual(['events_api message', 'slash_commands /send', 'interactive shortcut']);
  simulator.sockets.refuse(1);
  simulator.sockets.drop();
  const opened = () => simulator.requests.filter(({ method }) => method === 'apps.connections.open').length;
  await expect.poll(() => [opened(), simulator.sockets.connections]).toEqual([3, 1]);
  expect((await simulator.as('ana').command('/send')).reply?.text).toBe('heard');
  expect(simulator.failures).toEqual([]);
});

test('a Web API client pages by itself, keeps scopes and warnings, and retries what it may', async () => {
  const { simulator } = await startLittleSlack();
  const client = clientOf(simulator);
  const names: string[] = [];
  for await (const page of client.paginate('conversations.list', { limit: 1 })) {
    const { channels = [] } = page as { channels?: { name: string }[] };
    names.push(...channels.map(({ name }) => name));
  }
  expect(names).toEqual(['general', 'lobby']);
  const { response_metadata: metadata } = await client.users.info({ user: simulator.as('ana').id });
  expect(metadata).toMatchObject({ scopes: allScopes, acceptedScopes: ['users:read'] });
  simulator.faults.next('auth.test', { kind: 'server-error', effect: 'none' });
  await expect(client.auth.test()).rejects.toMatchObject({ statusCode: 500 });
  await client.auth.test();
});
