import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../setup/temporary-folder.ts';
import { run } from './run-command-line.ts';
import { environmentFor, slackOfTheExample } from './slack-for-commands.ts';

const root = join(import.meta.dirname, '../..');

/** The real service on its own embedded database. Resolves when it is ready. */
async function startService(env: Record<string, string>): Promise<{ hasEnded(): boolean }> {
  const service = spawn(process.execPath, [join(root, 'src/main.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => service.on('close', () => resolve()));
  onTestFinished(() => {
    service.kill('SIGTERM');
    return ended;
  });
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: service.stdout }).on('line', (line) => {
      if (line.includes('"msg":"ready"')) resolve();
    });
  });
  await Promise.race([
    ready,
    ended.then(() => {
      throw new Error('The service ended before it was ready.');
    }),
  ]);
  return { hasEnded: () => service.exitCode !== null };
}

it('commands work on the data folder of a running service, and leave it running', async () => {
  const slack = await slackOfTheExample();
  const env = { ...environmentFor(slack), DATA_DIR: join(await temporaryFolder(), 'data'), PORT: '0' };
  const service = await startService(env);

  const applied = await run(['apply', join(root, 'throughline.example.yaml')], env);
  expect(applied).toMatchObject({ code: 0, complained: '' });
  const { code, said } = await run(['doctor'], env);

  expect(said).toContain('ok       Database: reached, beside the running service');
  expect(said).toContain('ok       Workspace file: 2 teams, 1 cadence, 5 members');
  expect(code).toBe(0);
  expect(service.hasEnded()).toBe(false);
}, 30_000);
