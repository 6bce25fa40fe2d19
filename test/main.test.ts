import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type Simulator, startSimulator } from '../src/simulator/simulator.ts';
import { emptyDatabase } from './setup/fresh-database.ts';

const manifest = JSON.parse(readFileSync(new URL('../manifest/socket-mode.json', import.meta.url), 'utf8'));
const main = new URL('../src/main.ts', import.meta.url).pathname;

function startMain(env: Record<string, string>): { process: ChildProcess; said(): string } {
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return { process: child, said: () => said };
}

async function littleSlack(): Promise<Simulator> {
  const slack = await startSimulator({ manifest, workspace: { people: [{ name: 'ana', timeZone: 'Europe/Berlin' }] } });
  onTestFinished(() => slack.close());
  return slack;
}

it('tells everything that is wrong with the configuration at once, and ends with 1', async () => {
  const { process: child, said } = startMain({ SLACK_APP_TOKEN: 'xoxb-wrong', PORT: 'many', LOG_LEVEL: 'loud' });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'PORT', 'LOG_LEVEL']) expect(said()).toContain(name);
  expect(said()).not.toContain('xoxb-wrong');
  expect(said()).not.toContain('    at ');
});

it('says in one sentence that Slack refused the token', async () => {
  const slack = await littleSlack();
  const { process: child, said } = startMain({
    SLACK_BOT_TOKEN: 'xoxb-not-the-one',
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: await emptyDatabase(),
    LOG_LEVEL: 'error',
    PORT: '0',
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(said()).toContain('Slack refused with "invalid_auth". Install the app again');
  expect(said()).toContain('npm run cli -- doctor');
  expect(said()).not.toContain('    at ');
});

it('says that the port is in use, and what to set', async () => {
  const slack = await littleSlack();
  const taken = new URL(slack.apiUrl).port;
  const { process: child, said } = startMain({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: await emptyDatabase(),
    LOG_LEVEL: 'error',
    PORT: taken,
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(said()).toContain(`Port ${taken} is in use by another program, or by another copy. Stop it, or set PORT`);
  expect(said()).not.toContain('EADDRINUSE');
});

it('says which setting leads to no database', async () => {
  const slack = await littleSlack();
  const { process: child, said } = startMain({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: 'postgresql://throughline:hidden@127.0.0.1:1/throughline',
    PORT: '0',
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(said()).toContain('The database could not be reached');
  expect(said()).toContain('Check DATABASE_URL');
});

it('starts, answers, and stops cleanly on SIGTERM', async () => {
  const slack = await littleSlack();
  const { process: child, said } = startMain({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: await emptyDatabase(),
    PORT: '0',
  });
  await vi.waitFor(() => expect(said()).toContain('"ready"'), { timeout: 20_000 });
  expect(JSON.stringify(await slack.as('ana').command('/throughline help'))).toContain('client outcomes');
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  expect(said()).toContain('"stopped"');
  expect(slack.sockets.connections).toBe(0);
});
