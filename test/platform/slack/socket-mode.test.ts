import { once } from 'node:events';
import nock from 'nock';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { API, commandBody, createTestApp, submission } from './slack-caller.ts';

const hello = { path: '/hello', method: 'GET' as const, handler: respondHello };
function respondHello(_request: unknown, response: { end(text: string): void }) {
  response.end('hello');
}

let server: WebSocketServer;
beforeEach(async () => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  nock(API).post('/api/auth.test').reply(200, { ok: true, user_id: 'UBOT', bot_id: 'BBOT' });
});
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
  server.close();
});

/** Starts the app and returns the Slack end of its socket. */
async function connect() {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : address;
  nock(API)
    .post('/api/apps.connections.open')
    .reply(200, { ok: true, url: `ws://127.0.0.1:${port}/` });
  const { slack, log } = createTestApp({ connection: { mode: 'socket', appToken: 'xapp-1' }, routes: [hello] });
  const connected = once(server, 'connection');
  const started = slack.start();
  const [socket]: WebSocket[] = await connected;
  if (!socket) throw new Error('no socket');
  socket.send(JSON.stringify({ type: 'hello' }));
  return { slack, log, socket, ...(await started) };
}

async function sendTo(socket: WebSocket, type: string, payload: object): Promise<unknown> {
  const answered = once(socket, 'message');
  socket.send(JSON.stringify({ envelope_id: 'E1', type, payload, accepts_response_payload: true }));
  const [answer] = await answered;
  return JSON.parse(String(answer));
}

test('a listener that fails before it answered is answered over the socket', async () => {
  const { slack, socket } = await connect();
  slack.app.command('/checkin', () => Promise.reject(new Error('broken')));
  expect(await sendTo(socket, 'slash_commands', commandBody)).toEqual({
    envelope_id: 'E1',
    payload: { response_type: 'ephemeral', text: expect.stringContaining('reference: ref1') },
  });
  expect(await slack.stop(1000)).toBe(true);
});

test('a listener that fails after it answered is told apart', async () => {
  const { slack, socket } = await connect();
  slack.app.command('/checkin', async ({ ack }) => {
    await ack();
    throw new Error('broken');
  });
  let told = {};
  nock('https://hooks.slack.com')
    .post('/commands/T1/1/secret', (body) => {
      told = body;
      return true;
    })
    .reply(200, 'ok');
  expect(await sendTo(socket, 'slash_commands', commandBody)).toEqual({ envelope_id: 'E1', payload: {} });
  await slack.stop(1000);
  expect(told).toMatchObject({ text: expect.stringContaining('reference: ref1') });
});

test('what a listener answered itself is not answered again', async () => {
  const { slack, log, socket } = await connect();
  slack.app.view('check-in', async ({ ack }) => ack({ response_action: 'clear' }));
  const answer = await sendTo(socket, 'interactive', { ...submission([]), team: { id: 'T1' }, user: { id: 'U1' } });
  expect(answer).toEqual({ envelope_id: 'E1', payload: { response_action: 'clear' } });
  await slack.stop(1000);
  expect(log.filter((line) => line.level >= 40)).toEqual([]);
});

test('our own routes are served, and no longer after the stop', async () => {
  const { slack, port } = await connect();
  expect(await (await fetch(`http://127.0.0.1:${port}/hello`)).text()).toBe('hello');
  expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(404);
  await slack.stop(1000);
  await expect(fetch(`http://127.0.0.1:${port}/hello`)).rejects.toThrow();
});

test('the socket stays open until a listener at work has answered', async () => {
  const { slack, socket } = await connect();
  const { promise: saved, resolve: save } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  slack.app.command('/checkin', async ({ ack }) => {
    begin();
    await saved;
    await ack('Saved');
  });
  const answer = sendTo(socket, 'slash_commands', commandBody);
  await begun;
  const stopped = slack.stop(60_000);
  save();
  expect(await answer).toEqual({ envelope_id: 'E1', payload: { text: 'Saved' } });
  expect(await stopped).toBe(true);
});

test('a wrong app token is an error one can catch, and leaves no port open', async () => {
  nock(API).post('/api/apps.connections.open').reply(200, { ok: false, error: 'invalid_auth' });
  const { slack } = createTestApp({ connection: { mode: 'socket', appToken: 'xapp-1' }, routes: [hello] });
  await expect(slack.start()).rejects.toThrow('invalid_auth');
});

test('readiness follows the socket', async () => {
  const { slack, socket } = await connect();
  expect(slack.isConnected()).toBe(true);
  socket.close();
  await vi.waitFor(() => expect(slack.isConnected()).toBe(false));
  await slack.stop(1000);
});
