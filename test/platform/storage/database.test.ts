import { expect, onTestFinished, test, vi } from 'vitest';
import { closeDatabase, openDatabase } from '../../../src/platform/storage/database.ts';
import { freshDatabase } from '../../setup/fresh-database.ts';
import { query } from './query.ts';

async function openHere(url: string, options = {}) {
  const db = openDatabase(url, options);
  onTestFinished(() => closeDatabase(db));
  return db;
}

test('reads instants right from a server that speaks another zone', async () => {
  const { url } = await freshDatabase();
  await query(url, `alter database ${new URL(url).pathname.slice(1)} set timezone = 'Asia/Kathmandu'`);
  const db = await openHere(url);

  const [row] = await db.$queryRaw<{ at: Date }[]>`select '2026-01-01T00:00:00Z'::timestamptz as at`;

  expect(row?.at.toISOString()).toBe('2026-01-01T00:00:00.000Z');
});

test('goes on after the server dropped its idle connections, and tells', async () => {
  const { url } = await freshDatabase();
  const onConnectionLost = vi.fn();
  const db = await openHere(url, { onConnectionLost });
  await db.$queryRaw`select 1`;

  await query(
    url,
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );

  await expect.poll(() => onConnectionLost.mock.calls.length).toBeGreaterThan(0);
  expect(await db.$queryRaw`select 1 as one`).toEqual([{ one: 1 }]);
});

test('never holds more connections than it was allowed', async () => {
  const { url } = await freshDatabase();
  const db = await openHere(url, { poolSize: 2 });

  await Promise.all(Array.from({ length: 8 }, () => db.$queryRaw`select pg_backend_pid()`));

  const held = await query(
    url,
    'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  expect(held).toHaveLength(2);
});
