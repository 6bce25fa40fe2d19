import { execFile, spawnSync } from 'node:child_process';
import { chown, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findLockHolder, isRunningPostgres } from '../../../src/platform/storage/embedded/lock-holder.ts';
import { startEmbeddedPostgres } from '../../../src/platform/storage/embedded-postgres.ts';
import { temporaryFolder } from '../../setup/temporary-folder.ts';
import { query } from './query.ts';
import { runService } from './run-service.ts';

const SLOW = { timeout: 30_000 };
const WAIT = { timeout: 15_000, interval: 50 };

/** Process ids and shared memory of its own. */
const LIKE_A_CONTAINER = ['unshare', '--pid', '--ipc', '--fork', '--mount-proc', '--kill-child'];
const canUnshare = spawnSync('unshare', [...LIKE_A_CONTAINER.slice(1), 'true']).status === 0;

const asRoot = process.getuid?.() === 0;
const onLinux = process.platform === 'linux';

async function serverPid(dataDir: string): Promise<number> {
  const holder = await findLockHolder(join(dataDir, 'postgres', 'cluster'));
  if (!holder) throw new Error('No server is running.');
  return holder.pid;
}

async function parentOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'ppid=', '-p', String(pid)]);
  return Number(stdout);
}

test('a service killed with -9 takes its server along, and committed rows stay', SLOW, async () => {
  const dataDir = await temporaryFolder();
  const service = await runService(dataDir);
  await query(service.firstLine, 'create table kept as select 42 as answer');
  const server = await serverPid(dataDir);

  await service.end('SIGKILL');

  await expect.poll(() => isRunningPostgres(server), WAIT).toBe(false);
  const { firstLine: url } = await runService(dataDir);
  expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('a service that is started at once after a kill -9 waits for the old server to end', SLOW, async () => {
  const dataDir = await temporaryFolder();
  const first = await runService(dataDir);
  await query(first.firstLine, 'create table kept as select 42 as answer');
  first.process.kill('SIGKILL');

  const { firstLine: url } = await runService(dataDir);

  expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('everything killed with -9 at once: recovery keeps the committed rows', SLOW, async () => {
  const dataDir = await temporaryFolder();
  const service = await runService(dataDir);
  await query(service.firstLine, 'create table kept as select 42 as answer');
  const server = await serverPid(dataDir);
  const guardian = await parentOf(server);

  process.kill(guardian, 'SIGKILL');
  process.kill(server, 'SIGKILL');
  await service.end('SIGKILL');

  const { firstLine: url } = await runService(dataDir);
  expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('a second copy on the same folder is told so in one sentence', SLOW, async () => {
  const dataDir = await temporaryFolder();
  const first = await runService(dataDir);
  const server = await serverPid(dataDir);

  const second = await runService(dataDir);

  expect(second.firstLine).toBe(
    `Another copy of Throughline (PostgreSQL process ${server}) is using the data folder ${dataDir}; ` +
      'stop it, or run several copies on one PostgreSQL server by setting DATABASE_URL for each.',
  );
  expect(await query(first.firstLine, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('two copies started at the same moment on an empty folder: one runs', SLOW, async () => {
  const dataDir = await temporaryFolder();

  const lines = (await Promise.all([runService(dataDir), runService(dataDir)])).map((service) => service.firstLine);

  expect(lines.filter((line) => line.startsWith('postgresql://'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('Another copy of Throughline'))).toHaveLength(1);
});

test.each([
  ['the server', async (server: number) => server],
  ['its guardian', parentOf],
])('when only %s is killed, the database comes back at the same address', SLOW, async (_, victim) => {
  const dataDir = await temporaryFolder();
  const postgres = await startEmbeddedPostgres({ dataDir });
  onTestFinished(() => postgres.stop());
  const server = await serverPid(dataDir);

  process.kill(await victim(server), 'SIGKILL');

  await expect.poll(() => isRunningPostgres(server), WAIT).toBe(false);
  await vi.waitFor(() => query(postgres.url, 'select 1'), WAIT);
  expect(await serverPid(dataDir)).not.toBe(server);
});

test('a lock file whose process id now belongs to another program is no obstacle', {
  ...SLOW,
  skip: !onLinux,
}, async () => {
  const dataDir = await temporaryFolder();
  const service = await runService(dataDir);
  const lockFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  const lock = await readFile(lockFile, 'utf8');
  await service.end('SIGTERM');
  const bystander = execFile('sleep', ['600'], asRoot ? { uid: 65534, gid: 65534 } : {});
  onTestFinished(() => void bystander.kill());
  await writeFile(lockFile, lock.replace(/^\d+/, String(bystander.pid)), { mode: 0o600 });
  if (asRoot) await chown(lockFile, 65534, 65534);

  const { firstLine: url } = await runService(dataDir);

  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a copy in another container, where process ids tell nothing, is told the same', {
  ...SLOW,
  skip: !canUnshare,
}, async () => {
  const dataDir = await temporaryFolder();
  const first = await runService(dataDir);

  const second = await runService(dataDir, { wrapper: LIKE_A_CONTAINER });

  expect(second.firstLine).toContain('Another copy of Throughline (a server in another container) is using');
  expect(await query(first.firstLine, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('works for an ordinary user', { ...SLOW, skip: !asRoot }, async () => {
  const folder = await temporaryFolder();
  await chown(folder, 65534, 65534);

  const { firstLine: url } = await runService(join(folder, 'data'), { uid: 65534, gid: 65534 });

  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await stat(join(folder, 'data'))).uid).toBe(65534);
});
