import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { API, createTestApp, type SlackCaller, signed, startCaller } from './slack-caller.ts';

const body = JSON.stringify({
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  event: { type: 'app_home_opened', user: 'U1', channel: 'D1' },
});
const json = { 'content-type': 'application/json' };
const HOUR = 3600;
const now = () => Math.floor(Date.now() / 1000);

beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
beforeEach(() => void nock(API).post('/api/auth.test').reply(200, { ok: true, user_id: 'UBOT', bot_id: 'BBOT' }));
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

describe('over HTTP', () => {
  let caller: SlackCaller;
  let opened: string[];

  beforeEach(async () => {
    opened = [];
    caller = await startCaller({
      routes: [{ path: '/hello', method: 'GET', handler: (_request, response) => void response.end('hello') }],
    });
    caller.slack.app.event('app_home_opened', async ({ event }) => void opened.push(event.user));
  });
  afterEach(() => caller.slack.stop(1000));

  test('a signed request reaches its listener', async () => {
    expect((await caller.send(body, { ...json, ...signed(body) })).status).toBe(200);
    expect(opened).toEqual(['U1']);
  });

  test.each([
    ['no signature', () => ({})],
    ['the signature of another secret', () => signed(body, now(), 'another-secret')],
    ['the signature of another body', () => signed(`${body} `)],
    ['a request recorded an hour ago', () => signed(body, now() - HOUR)],
    ['no timestamp', () => ({ 'x-slack-signature': signed(body)['x-slack-signature'] })],
  ])('%s is refused and no listener runs', async (_name, headers) => {
    expect((await caller.send(body, { ...json, ...headers() })).status).toBe(401);
    expect(opened).toEqual([]);
  });

  test('our own routes answer on the same port', async () => {
    expect(await (await fetch(`${caller.url}/hello`)).text()).toBe('hello');
    expect((await fetch(`${caller.url}/other`)).status).toBe(404);
  });
});

describe('an event that Slack sends again', () => {
  test('is handled once', async () => {
    const seen = new Set<string>();
    const seenBefore = async (id: string) => seen.size === seen.add(id).size;
    const caller = await startCaller({ seenBefore });
    const opened: string[] = [];
    caller.slack.app.event('app_home_opened', async ({ event }) => void opened.push(event.user));
    for (const id of ['Ev1', 'Ev1', 'Ev2']) {
      expect((await caller.event({ type: 'app_home_opened', user: id, channel: 'D1' }, id)).status).toBe(200);
    }
    expect(await caller.slack.stop(1000)).toBe(true);
    expect(opened).toEqual(['Ev1', 'Ev2']);
  });

  test('is handled when the memory cannot be asked', async () => {
    const caller = await startCaller({ seenBefore: () => Promise.reject(new Error('database is away')) });
    const opened: string[] = [];
    caller.slack.app.event('app_home_opened', async ({ event }) => void opened.push(event.user));
    await caller.event({ type: 'app_home_opened', user: 'U1', channel: 'D1' });
    await caller.slack.stop(1000);
    expect(opened).toEqual(['U1']);
    expect(caller.log.map((line) => line.msg)).toContain(
      'Could not look up whether this event came before; handling it',
    );
  });
});

describe('starting', () => {
  test('a bad token is an error one can catch, not the end of the process', async () => {
    nock.cleanAll();
    nock(API).post('/api/auth.test').reply(200, { ok: false, error: 'invalid_auth' });
    const { slack } = createTestApp();
    await expect(slack.start()).rejects.toThrow('invalid_auth');
    expect(await slack.stop(1000)).toBe(true);
  });

  test('a port that is taken is an error one can catch', async () => {
    const first = await startCaller();
    nock(API).post('/api/auth.test').reply(200, { ok: true, user_id: 'UBOT', bot_id: 'BBOT' });
    const { slack } = createTestApp({ port: Number(new URL(first.url).port) });
    await expect(slack.start()).rejects.toThrow('EADDRINUSE');
    await first.slack.stop(1000);
  });
});

describe('stopping', () => {
  test('waits for a listener that Slack already has its answer from', async () => {
    const caller = await startCaller();
    const { promise: saved, resolve: save } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    caller.slack.app.command('/checkin', async ({ ack }) => {
      await ack();
      begin();
      await saved;
    });
    await caller.command();
    await begun;
    expect(caller.slack.isConnected()).toBe(true);
    const stopped = caller.slack.stop(60_000);
    expect(caller.slack.isConnected()).toBe(false);
    expect(caller.slack.inFlight()).toBe(1);
    await expect(fetch(caller.url)).rejects.toThrow();
    save();
    expect(await stopped).toBe(true);
    expect(caller.slack.inFlight()).toBe(0);
  });

  test('gives up on a listener that never ends, and says so', async () => {
    const caller = await startCaller();
    const { promise: never, resolve: end } = Promise.withResolvers<void>();
    caller.slack.app.command('/checkin', async ({ ack }) => {
      await ack();
      await never;
    });
    await caller.command();
    expect(await caller.slack.stop(1)).toBe(false);
    end();
  });
});
