import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { registerLetters } from './letters.ts';
import { startHttpApp } from './start-bolt-app.ts';
import { startLittleSlack } from './start-little-slack.ts';

test('a Bolt app behind HTTP: command, form, errors, corrected form, message, press', async () => {
  const { simulator } = await startLittleSlack();
  const letters = { sent: [] as unknown[] };
  const url = await startHttpApp(simulator, (app) => registerLetters(app, letters));
  expect(await simulator.verifyRequestUrl({ url })).toBe(true);
  const [ana, ben] = [simulator.as('ana'), simulator.as('ben')];
  expect((await ana.command('/send help')).reply?.text).toBe('Type /send to write a letter.');
  await ana.command('/send');
  await ana.fill({ To: 'ben', Text: 'rude & ünkind ❤' });
  expect(await ana.submit()).toMatchObject({ errors: { Text: 'Be polite' } });
  await ana.fill({ Text: 'kind & warm ❤' });
  expect(await ana.submit()).toEqual({ closed: true });
  await ben.waitForMessage('kind & warm ❤');
  await ben.press('Read');
  await ben.waitForMessage('You have read it.');
  expect(simulator.failures).toEqual([]);
});

test('an app with another signing secret refuses, and the person is told', async () => {
  const { simulator } = await startLittleSlack();
  const url = await startHttpApp(simulator, (app) => registerLetters(app, { sent: [] }), 'another secret');
  expect(await simulator.verifyRequestUrl({ url })).toBe(false);
  await expect(simulator.as('ana').command('/send')).rejects.toThrow('the app answered HTTP 401');
  expect(simulator.failures).toMatchObject([{ kind: 'slash_commands', reason: 'dispatch_failed' }]);
});

test('an app that is silent, or not there, fails in time', async () => {
  const { simulator, stopwatch } = await startLittleSlack();
  let asked = 0;
  const silent = createServer(() => {
    asked += 1;
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : 0;
  simulator.deliverBySignedHttp({ url: `http://127.0.0.1:${port}/slack/events` });
  const waiting = simulator
    .as('ana')
    .command('/send')
    .catch((error: Error) => error.message);
  await expect.poll(() => asked).toBe(1);
  stopwatch.advance(3000);
  expect(await waiting).toContain('failed with the error "operation_timeout"');
  simulator.deliverBySignedHttp({ url: 'http://127.0.0.1:1/slack/events' });
  await expect(simulator.as('ana').command('/send')).rejects.toThrow('dispatch_failed');
});
