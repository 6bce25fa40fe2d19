import { createServer, type RequestListener } from 'node:http';
import { WebClient } from '@slack/web-api';
import nock from 'nock';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { section } from '../../../src/platform/slack/block-kit.ts';
import { createBoltLogger } from '../../../src/platform/slack/bolt-logger.ts';
import { createMessenger } from '../../../src/platform/slack/messenger.ts';
import { callOptions } from '../../../src/platform/slack/web-client-options.ts';
import { close, listen } from '../../../src/platform/web/route-server.ts';

const API = 'https://slack.com';
const logger = createBoltLogger(pino({ level: 'silent' }));
const messenger = createMessenger(new WebClient('xoxb-test', callOptions({ logger })));
const post = {
  channel: 'D1',
  text: 'How was your week?',
  blocks: [section('How was *your* week?')],
  key: 'check-in/7',
};
const posted = { ok: true, channel: 'D1', ts: '1700000000.000100' };

type Fields = Record<string, string>;
const slack = (method: string, matching: (fields: Fields) => boolean = () => true) =>
  nock(API).post(`/api/${method}`, matching);

beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
afterEach(() => {
  const left = nock.pendingMocks();
  nock.cleanAll();
  expect(left).toEqual([]);
});
afterAll(() => nock.enableNetConnect());

describe('posting', () => {
  test('sends text, blocks and the key in the metadata', async () => {
    let sent: Fields = {};
    const keep = (fields: Fields) => {
      sent = fields;
      return true;
    };
    slack('chat.postMessage', keep).reply(200, posted);
    expect(await messenger.post({ ...post, threadTs: '1.1' })).toEqual(posted);
    expect(sent).toMatchObject({ channel: 'D1', text: post.text, thread_ts: '1.1', unfurl_links: 'false' });
    expect(JSON.parse(sent['blocks'] ?? '')).toEqual(post.blocks);
    expect(JSON.parse(sent['metadata'] ?? '')).toEqual({
      event_type: 'throughline_delivery',
      event_payload: { key: 'check-in/7' },
    });
  });

  test('what Slack would refuse is not sent', async () => {
    const blocks = [section('')];
    expect(await messenger.post({ ...post, blocks })).toEqual({
      ok: false,
      kind: 'refused',
      error: 'invalid_blocks (/blocks/0/text/text must be more than 0 characters)',
    });
    expect(await messenger.update({ channel: 'D1', ts: '1.1', text: '', blocks: [] })).toMatchObject({
      kind: 'refused',
    });
  });

  test.each([
    ['channel_not_found', { kind: 'refused', error: 'channel_not_found' }],
    ['is_archived', { kind: 'refused', error: 'is_archived' }],
    ['account_inactive', { kind: 'blocked', error: 'account_inactive' }],
    ['an_error_of_tomorrow', { kind: 'refused', error: 'an_error_of_tomorrow' }],
    ['toString', { kind: 'refused', error: 'toString' }],
    ['rate_limited', { kind: 'rate-limited', retryAfterSeconds: 30 }],
    ['message_limit_exceeded', { kind: 'rate-limited', retryAfterSeconds: 30 }],
    ['internal_error', { kind: 'unknown', error: 'internal_error' }],
    ['fatal_error', { kind: 'unknown', error: 'fatal_error' }],
    ['request_timeout', { kind: 'temporary', error: 'request_timeout' }],
  ])('the answer %s is a value', async (error, outcome) => {
    slack('chat.postMessage').reply(200, { ok: false, error });
    expect(await messenger.post(post)).toEqual({ ok: false, ...outcome });
  });

  test('a missing scope is named', async () => {
    slack('chat.postMessage').reply(200, {
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands',
    });
    expect(await messenger.post(post)).toMatchObject({ kind: 'blocked', error: 'missing_scope (needed: chat:write)' });
  });

  test('a 429 tells when to come back', async () => {
    slack('chat.postMessage').reply(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '7' });
    expect(await messenger.post(post)).toEqual({ ok: false, kind: 'rate-limited', retryAfterSeconds: 7 });
  });

  test.each([500, 502, 503, 408])('HTTP %i may have posted, and is tried once', async (status) => {
    slack('chat.postMessage').reply(status, 'oops');
    expect(await messenger.post(post)).toEqual({ ok: false, kind: 'unknown', error: `HTTP ${status}` });
  });

  test('HTTP 403, as from a proxy, has not posted', async () => {
    slack('chat.postMessage').reply(403, 'forbidden');
    expect(await messenger.post(post)).toEqual({ ok: false, kind: 'refused', error: 'HTTP 403' });
  });

  test('a page instead of an answer says nothing about the post', async () => {
    slack('chat.postMessage').reply(200, '<html>Please log in</html>');
    expect(await messenger.post(post)).toEqual({ ok: false, kind: 'unknown', error: 'not an answer of Slack' });
  });

  test.each([
    ['ECONNRESET', 'unknown'],
    ['ETIMEDOUT', 'unknown'],
    ['UND_ERR_SOCKET', 'unknown'],
    ['ECONNREFUSED', 'temporary'],
    ['ENOTFOUND', 'temporary'],
    ['EAI_AGAIN', 'temporary'],
  ])('%s is %s', async (code, kind) => {
    slack('chat.postMessage').replyWithError(Object.assign(new Error('broken'), { code }));
    expect(await messenger.post(post)).toEqual({ ok: false, kind, error: code });
  });
});

describe('a connection that breaks', () => {
  test.each<[string, RequestListener]>([
    ['before any answer', (request) => request.socket.destroy()],
    ['without any answer, until we give up', () => {}],
    ['in the middle of the answer', (_request, response) => void response.writeHead(200).write('{"ok":')],
    [
      'for good in the middle of the answer',
      (request, response) => {
        response.writeHead(200, { 'content-length': '20' }).write('{"ok":', () => request.socket.destroy());
      },
    ],
  ])('%s may have posted', async (_name, answer) => {
    const server = createServer((request, response) => {
      request.resume().once('end', () => answer(request, response));
    });
    const port = await listen(server, 0);
    const options = callOptions({ logger, slackApiUrl: `http://127.0.0.1:${port}/api/` });
    const hurried = createMessenger(new WebClient('xoxb-test', { ...options, timeout: 50 }));
    expect(await hurried.post(post)).toMatchObject({ ok: false, kind: 'unknown' });
    server.closeAllConnections();
    await close(server);
  });

  test('because nobody listens has not posted', async () => {
    const server = createServer();
    const port = await listen(server, 0);
    await close(server);
    const options = callOptions({ logger, slackApiUrl: `http://127.0.0.1:${port}/api/` });
    const outcome = await createMessenger(new WebClient('xoxb-test', options)).post(post);
    expect(outcome).toEqual({ ok: false, kind: 'temporary', error: 'ECONNREFUSED' });
  });
});

test('updating sends text and blocks together, and leaves the key alone', async () => {
  let sent: Fields = {};
  const keep = (fields: Fields) => {
    sent = fields;
    return true;
  };
  slack('chat.update', keep).reply(200, posted);
  expect(await messenger.update({ channel: 'D1', ts: '1.1', text: 'Thanks', blocks: [] })).toEqual(posted);
  expect(sent).toMatchObject({ channel: 'D1', ts: '1.1', text: 'Thanks', blocks: '[]' });
  expect(sent).not.toHaveProperty('metadata');
});

test('opening a direct message gives the D id, or why not', async () => {
  slack('conversations.open', ({ users }) => users === 'U1').reply(200, { ok: true, channel: { id: 'D1' } });
  expect(await messenger.openDirectMessage('U1')).toEqual({ ok: true, channel: 'D1' });
  slack('conversations.open').reply(200, { ok: false, error: 'user_disabled' });
  expect(await messenger.openDirectMessage('U2')).toEqual({ ok: false, kind: 'refused', error: 'user_disabled' });
});

describe('finding a message by its key', () => {
  const since = new Date('2026-11-21T09:00:00Z');
  const search = { channel: 'D1', key: 'check-in/7', since };
  const message = (ts: string, key: string, eventType = 'throughline_delivery') => ({
    ts,
    metadata: { event_type: eventType, event_payload: { key } },
  });
  const page = (messages: object[], next = '') => ({ ok: true, messages, response_metadata: { next_cursor: next } });

  test('reads on until it is there', async () => {
    slack('conversations.history', ({ oldest, include_all_metadata: all, cursor }) => {
      return oldest === String(since.getTime() / 1000) && all === 'true' && cursor === undefined;
    }).reply(200, page([{ ts: '3' }, message('2', 'check-in/8')], 'more'));
    slack('conversations.history', ({ cursor }) => cursor === 'more').reply(200, page([message('1', 'check-in/7')]));
    expect(await messenger.findByKey(search)).toEqual({ found: true, ts: '1' });
  });

  test('the same key in the metadata of another app is not ours', async () => {
    slack('conversations.history').reply(
      200,
      page([message('2', 'check-in/7', 'other_app'), { ts: '1', metadata: null }]),
    );
    expect(await messenger.findByKey(search)).toEqual({ found: false });
  });

  test('looks among the replies of a thread', async () => {
    slack('conversations.replies', ({ ts }) => ts === '1.1').reply(200, page([message('2', 'check-in/7')]));
    expect(await messenger.findByKey({ ...search, threadTs: '1.1' })).toEqual({ found: true, ts: '2' });
  });

  test.each([
    ['missing_scope', { reason: 'missing_scope (needed: im:history)' }],
    ['channel_not_found', { reason: 'channel_not_found (needed: im:history)' }],
  ])('%s means not known, never absent', async (error, why) => {
    slack('conversations.history').reply(200, { ok: false, error, needed: 'im:history' });
    expect(await messenger.findByKey(search)).toEqual({ found: 'unable', ...why });
  });

  test('a 429 means not known, and when to ask again', async () => {
    slack('conversations.history').reply(429, {}, { 'retry-after': '9' });
    expect(await messenger.findByKey(search)).toEqual({
      found: 'unable',
      reason: 'rate limited',
      retryAfterSeconds: 9,
    });
  });

  test('a channel too busy to read to its end means not known', async () => {
    nock(API)
      .post('/api/conversations.history')
      .times(10)
      .reply(200, page([{ ts: '1' }], 'more'));
    expect(await messenger.findByKey(search)).toMatchObject({ found: 'unable' });
  });
});

describe('pictures', () => {
  const picture = { type: 'picture', svg: '<svg/>', altText: 'Three values, rising' } as const;
  const blocks = [section('How was *your* week?'), picture];
  const image = { type: 'image', slack_file: { id: 'F1' }, alt_text: 'Three values, rising' } as const;

  function pictured() {
    const forgotten: unknown[] = [];
    const gallery = {
      hang: async () => [post.blocks[0] ?? section(''), image],
      forget: async (these: unknown) => void forgotten.push(these),
    };
    return { forgotten, messenger: createMessenger(new WebClient('xoxb-test', callOptions({ logger })), gallery) };
  }

  test('are hung where they belong', async () => {
    const { messenger: hanging, forgotten } = pictured();
    slack('chat.postMessage', ({ blocks: sent }) => sent === JSON.stringify([post.blocks[0], image])).reply(
      200,
      posted,
    );
    expect(await hanging.post({ ...post, blocks })).toEqual(posted);
    expect(forgotten).toEqual([]);
  });

  test('that Slack will not show cost the picture and not the message', async () => {
    const { messenger: hanging, forgotten } = pictured();
    slack('chat.postMessage').reply(200, { ok: false, error: 'invalid_blocks' });
    slack('chat.postMessage', ({ blocks: sent }) => sent === JSON.stringify(post.blocks)).reply(200, posted);
    expect(await hanging.post({ ...post, blocks })).toEqual(posted);
    expect(forgotten).toEqual([blocks]);
  });

  test('are left out where nobody hangs them', async () => {
    slack('chat.postMessage', ({ blocks: sent }) => sent === JSON.stringify(post.blocks)).reply(200, posted);
    expect(await messenger.post({ ...post, blocks })).toEqual(posted);
  });
});
