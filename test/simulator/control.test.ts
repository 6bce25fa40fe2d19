import { expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { registerLetters } from './letters.ts';
import { startSocketModeApp } from './start-bolt-app.ts';
import { clientOf, startLittleSlack } from './start-little-slack.ts';

async function control(simulator: Simulator, path: string, body: object = {}) {
  const response = await fetch(`${simulator.controlUrl}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

test('the same verbs work from another process', async () => {
  const { simulator } = await startLittleSlack();
  await startSocketModeApp(simulator, (app) => registerLetters(app, { sent: [] }));
  const act = async (who: string, verb: string, body?: object) => {
    const answer = await control(simulator, `people/${who}/${verb}`, body);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  };
  const cy = String((await control(simulator, 'addPerson', { name: 'cy', timeZone: 'Europe/Oslo' })).body);
  await control(simulator, 'addChannel', { name: 'quay', members: ['ana', 'cy'], botIsMember: true });
  await act('ana', 'command', { text: '/send', in: '#quay' });
  expect(await act('ana', 'waitForModal', { title: 'Letter' })).toMatchObject({ submit: 'Send' });
  await act('ana', 'fill', { To: 'cy', Text: 'rude' });
  expect(await act('ana', 'submit')).toMatchObject({ errors: { Text: 'Be polite' } });
  await act('ana', 'fill', { Text: 'kind' });
  expect(await act('ana', 'submit')).toEqual({ closed: true });
  expect(await act('ana', 'modal')).toBeNull();
  await act(cy, 'waitForMessage', { text: 'kind' });
  await act(cy, 'press', { label: 'Read' });
  await act(cy, 'waitForMessage', { text: 'You have read it.' });
  expect(await act(cy, 'reads', {})).toMatchObject([{ text: 'You have read it.' }]);
  await act('cy', 'says', { text: 'thanks', in: '#quay' });
  expect((await control(simulator, 'messages', { channel: 'quay' })).body).toMatchObject([{ text: 'thanks' }]);
  expect((await control(simulator, 'failures')).body).toEqual([]);
});

test('a verb that fails says why; what is not a verb says what there is', async () => {
  const { simulator } = await startLittleSlack({ patienceMilliseconds: 20 });
  const ask = async (path: string, body?: object) => control(simulator, path, body);
  expect(await ask('people/ana/press', { label: 'Go' })).toMatchObject({
    status: 422,
    body: { error: expect.stringContaining('There is no button "Go"') },
  });
  expect(await ask('people/nobody/modal')).toMatchObject({
    body: { error: expect.stringContaining('There are: ana, ben') },
  });
  expect(await ask('people/ana/sing')).toMatchObject({
    body: { error: expect.stringContaining('There are: command') },
  });
  expect(await ask('people/ana/press', {})).toMatchObject({
    body: { error: expect.stringContaining('Bad arguments') },
  });
  expect(await ask('explode')).toMatchObject({ status: 422 });
  const plain = await fetch(`${simulator.controlUrl}uninstallApp`, { method: 'POST', body: '{}' });
  expect(plain.status).toBe(415);
});

test('faults are planned from outside', async () => {
  const { simulator } = await startLittleSlack();
  await control(simulator, 'fault', { method: 'auth.test', fault: { kind: 'rate-limited', retryAfterSeconds: 2 } });
  await expect(clientOf(simulator).auth.test()).rejects.toMatchObject({ retryAfter: 2 });
  expect((await control(simulator, 'requests')).body).toMatchObject([{ method: 'auth.test', status: 429 }]);
});

test('plans, slowness, sockets, groups and scheduled messages are steered from outside too', async () => {
  const { simulator, stopwatch } = await startLittleSlack();
  const { auth, usergroups, users } = clientOf(simulator);
  const steer = async (verb: string, body: object = {}) => {
    expect(await control(simulator, verb, body)).toMatchObject({ status: 200 });
  };
  const kinds = [{ kind: 'error', error: 'fatal_error' }];
  await steer('planFaults', { seed: 'x', share: 1, kinds, methods: ['auth.test'] });
  await expect(auth.test()).rejects.toMatchObject({ data: { error: 'fatal_error' } });
  await steer('clearFaults');
  await steer('slowDown', { milliseconds: 500 });
  const slow = auth.test();
  await expect.poll(() => simulator.requests.length).toBe(2);
  stopwatch.advance(500);
  await slow;
  await steer('slowDown', { milliseconds: 0 });
  await startSocketModeApp(simulator, (app) => registerLetters(app, { sent: [] }), 300);
  await steer('refuseSockets', { count: 1 });
  await steer('disconnectSockets', { reason: 'refresh_requested' });
  const opened = () => simulator.requests.filter(({ method }) => method === 'apps.connections.open').length;
  await expect.poll(() => [opened(), simulator.sockets.connections]).toEqual([3, 1]);
  await steer('addUserGroup', { handle: 'crew', name: 'Crew', members: ['ana'] });
  await steer('updateUserGroup', { which: 'crew', changes: { disabled: true } });
  expect((await usergroups.list()).usergroups).toEqual([]);
  await steer('people/ana/setsStatus', { text: 'At sea' });
  await steer('people/ana/setsPresence', { presence: 'away' });
  await steer('people/ana/setsQuietHours', { daily: { from: '22:00', to: '07:00' } });
  await steer('people/ana/hasFile', { name: 'a.txt', content: 'x' });
  const ts = (await control(simulator, 'people/ana/says', { text: 'hi', in: '#general', files: ['a.txt'] })).body;
  await steer('people/ben/reacts', { emoji: 'tada', in: '#general' });
  await steer('people/ana/edits', { ts, text: 'hello', in: '#general' });
  expect((await control(simulator, 'people/ben/reads', { in: '#general' })).body).toMatchObject([
    { text: 'hello', files: ['a.txt'], reactions: [':tada: 1'] },
  ]);
  expect((await control(simulator, 'people/ben/opensFile', { name: 'a.txt', in: '#general' })).body).toBe('x');
  await steer('people/ana/deletesFile', { name: 'a.txt' });
  await steer('people/ana/deletes', { ts, in: '#general' });
  await steer('people/ana/reloads');
  await steer('timePassed');
  expect((await users.info({ user: simulator.as('ana').id })).user?.profile?.status_text).toBe('At sea');
});
