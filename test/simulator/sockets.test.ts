import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { asObject, asText, type JsonObject, parseJson } from '../../src/simulator/workspace/json.ts';
import { registerLetters } from './letters.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { clientOf, manifestOf, startLittleSlack } from './start-little-slack.ts';

async function addressOf(simulator: Simulator): Promise<string> {
  return (await clientOf(simulator, simulator.appToken).apps.connections.open()).url ?? '';
}

/** A bare socket with everything it was sent. */
async function connect(simulator: Simulator) {
  const socket = new WebSocket(await addressOf(simulator));
  onTestFinished(() => socket.terminate());
  const frames: JsonObject[] = [];
  socket.on('message', (data) => frames.push(asObject(parseJson(String(data)))));
  await expect.poll(() => frames.length).toBe(1);
  const ack = (frame: JsonObject | undefined, payload: JsonObject = {}) =>
    socket.send(JSON.stringify({ envelope_id: frame?.['envelope_id'] ?? '', payload }));
  return { socket, frames, ack };
}

test('hello names the app and counts the sockets', async () => {
  const { simulator } = await startLittleSlack();
  const first = await connect(simulator);
  const second = await connect(simulator);
  expect(first.frames[0]).toMatchObject({
    type: 'hello',
    num_connections: 1,
    connection_info: { app_id: simulator.appId },
  });
  expect(second.frames[0]).toMatchObject({ num_connections: 2 });
});

test('an address is good for one connection', async () => {
  const { simulator } = await startLittleSlack();
  const address = await addressOf(simulator);
  for (const [url, answer] of [
    [address, 'open'],
    [address, 'Unexpected server response: 403'],
    [address.replace(/ticket=\w+/, 'ticket=made-up'), 'Unexpected server response: 403'],
  ] as const) {
    const socket = new WebSocket(url);
    onTestFinished(() => socket.terminate());
    const result = await new Promise((resolve) => {
      socket.on('open', () => resolve('open'));
      socket.on('error', ({ message }) => resolve(message));
    });
    expect(result).toBe(answer);
  }
});

test('envelopes go round the sockets, each to one, and count only when acknowledged on that one', async () => {
  const { simulator, stopwatch } = await startLittleSlack();
  const [first, second] = [await connect(simulator), await connect(simulator)];
  const ana = simulator.as('ana');
  const one = ana.command('/send one');
  const two = ana.command('/send two').catch((error: Error) => error.message);
  await expect.poll(() => [first.frames.length, second.frames.length]).toEqual([2, 2]);
  const payload = asObject(first.frames[1]?.['payload']);
  expect(first.frames[1]).toMatchObject({ type: 'slash_commands', accepts_response_payload: true });
  expect(payload).toMatchObject({ command: '/send', text: 'one', user_id: ana.id, is_enterprise_install: 'false' });
  first.ack(second.frames[1], { text: 'not mine to say' });
  first.ack(first.frames[1], { text: 'heard' });
  expect((await one).reply?.text).toBe('heard');
  stopwatch.advance(3000);
  expect(await two).toContain('operation_timeout');
});

test('a socket that closes unanswered fails what it was given; a dismissed one may still answer', async () => {
  const { simulator } = await startLittleSlack();
  const ana = simulator.as('ana');
  const first = await connect(simulator);
  const cut = ana.command('/send').catch((error: Error) => error.message);
  await expect.poll(() => first.frames.length).toBe(2);
  first.socket.terminate();
  expect(await cut).toContain('dispatch_failed');
  const second = await connect(simulator);
  const answered = ana.command('/send');
  await expect.poll(() => second.frames.length).toBe(2);
  simulator.sockets.disconnect('refresh_requested');
  await expect.poll(() => second.frames.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  second.ack(second.frames[1], { text: 'still here' });
  expect((await answered).reply?.text).toBe('still here');
  await expect(ana.command('/send')).rejects.toThrow('no socket is connected');
});

test('the eleventh socket is one too many, and without Socket Mode there is none', async () => {
  const { simulator } = await startLittleSlack();
  for (let count = 0; count < 10; count += 1) await connect(simulator);
  const eleventh = await connect(simulator);
  expect(eleventh.frames[0]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  const manifest = manifestOf({});
  const off = await startLittleSlack({
    manifest: { ...manifest, settings: { ...manifest.settings, socket_mode_enabled: false } },
  });
  expect((await connect(off.simulator)).frames[0]).toMatchObject({ type: 'disconnect', reason: 'link_disabled' });
});

test('two copies of a Bolt app share the work, and one carries on alone', async () => {
  const { simulator } = await startLittleSlack();
  const answered: string[] = [];
  const copies = ['left', 'right'];
  for (const name of copies) {
    await startSocketModeApp(simulator, (app) => {
      registerLetters(app, { sent: [] });
      app.event('team_join', async ({ event }) => {
        answered.push(`${name} ${event.user.name}`);
      });
    });
  }
  expect(simulator.sockets.connections).toBe(2);
  for (const name of ['a', 'b', 'c', 'd']) simulator.addPerson({ name, timeZone: 'Etc/UTC' });
  await expect.poll(() => answered.toSorted()).toEqual(['left a', 'left c', 'right b', 'right d']);
  expect(simulator.failures).toEqual([]);
  expect(asText((await simulator.as('a').command('/send help')).reply?.text)).toContain('write a letter');
});

test.each([
  ['asked to refresh', (simulator: Simulator) => simulator.sockets.disconnect('refresh_requested')],
  ['cut off', (simulator: Simulator) => simulator.sockets.drop()],
])('a Bolt app that is %s comes back on a fresh address', async (_what, part) => {
  const { simulator } = await startLittleSlack();
  await startSocketModeApp(simulator, (app) => registerLetters(app, { sent: [] }), 300);
  const opened = () => simulator.requests.filter(({ method }) => method === 'apps.connections.open').length;
  expect(opened()).toBe(1);
  part(simulator);
  await expect.poll(() => [opened(), simulator.sockets.connections], { timeout: 4000 }).toEqual([2, 1]);
  expect((await simulator.as('ana').command('/send help')).reply?.text).toContain('write a letter');
});
