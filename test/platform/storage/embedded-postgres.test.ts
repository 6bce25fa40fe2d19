import { chmod, lchown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/platform/storage/embedded-postgres.ts';
import { findEmbeddedPostgres } from '../../../src/platform/storage/find-embedded-postgres.ts';
import { temporaryFolder } from '../../setup/temporary-folder.ts';
import { query } from './query.ts';

const asRoot = process.getuid?.() === 0;

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  onTestFinished(() => postgres.stop());
  return postgres;
}

test('keeps its rows from one start to the next, and leaves no trace of running', async () => {
  const dataDir = join(await temporaryFolder(), 'not', 'yet', 'there');
  const first = await start(dataDir);
  await query(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['cluster', 'password']);
  expect(await readdir(join(dataDir, 'postgres', 'cluster'))).not.toContain('postmaster.pid');
  await expect(query(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');

  const second = await start(dataDir);

  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('is durable, speaks UTC, and sorts the same on every machine', async () => {
  const { url } = await start(await temporaryFolder());

  const settings = await query(
    url,
    `select name, setting from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'TimeZone', 'listen_addresses') order by name`,
  );
  expect(settings.map(({ name, setting }) => `${name}=${setting}`)).toEqual([
    'TimeZone=UTC',
    'fsync=on',
    'full_page_writes=on',
    'listen_addresses=127.0.0.1',
    'synchronous_commit=on',
  ]);
  expect(
    await query(url, 'select datlocprovider, datlocale from pg_database where datname = current_database()'),
  ).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8' }]);
  expect(await query(url, `select upper('žofie') as name`)).toEqual([{ name: 'ŽOFIE' }]);
});

test('asks for the password, which only its user can read', async () => {
  const dataDir = await temporaryFolder();
  const { url } = await start(dataDir);
  const passwordFile = join(dataDir, 'postgres', 'password');

  expect((await stat(passwordFile)).mode & 0o777).toBe(0o600);
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  expect(await readFile(join(dataDir, 'postgres', 'cluster', 'pg_hba.conf'), 'utf8')).not.toMatch(/^\w.*trust$/m);
});

test('tells a command beside it how to reach the running server', async () => {
  const dataDir = await temporaryFolder();
  expect(await findEmbeddedPostgres({ dataDir })).toBeUndefined();
  const postgres = await start(dataDir);

  expect(await findEmbeddedPostgres({ dataDir })).toBe(postgres.url);
  await postgres.stop();
  expect(await findEmbeddedPostgres({ dataDir })).toBeUndefined();
});

test('stops although somebody is connected and in the middle of something', async () => {
  const postgres = await start(await temporaryFolder());
  const busy = query(postgres.url, 'select pg_sleep(600)');
  const cutOff = expect(busy).rejects.toThrow('terminating connection');
  await expect
    .poll(() => query(postgres.url, `select 1 from pg_stat_activity where query like '%sleep(600)'`))
    .toHaveLength(1);

  await postgres.stop();
  await cutOff;
});

test('a data folder that was copied back by root is given to its user again', { skip: !asRoot }, async () => {
  const dataDir = await temporaryFolder();
  await (await start(dataDir)).stop();
  const home = join(dataDir, 'postgres');
  for (const path of ['', ...(await readdir(home, { recursive: true }))]) await lchown(join(home, path), 0, 0);

  const { url } = await start(dataDir);

  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('as root, names the folder that PostgreSQL cannot get through', { skip: !asRoot }, async () => {
  const closed = join(await temporaryFolder(), 'closed');
  await mkdir(closed);
  await chmod(closed, 0o700);

  await expect(start(join(closed, 'data'))).rejects.toThrow(`cannot get through ${closed}.`);
});

test('says why the server itself does not start', async () => {
  const dataDir = await temporaryFolder();
  await (await start(dataDir)).stop();
  await writeFile(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '9.6\n');

  await expect(start(dataDir)).rejects.toThrow('database files are incompatible with server');
});
