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
