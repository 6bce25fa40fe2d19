import { expect, onTestFinished, test, vi } from 'vitest';
import { type Listening, listen } from '../../../src/platform/storage/notifications.ts';
import { emptyDatabase } from '../../setup/fresh-database.ts';
import { query } from './query.ts';

const LISTENERS = `select pid from pg_stat_activity where query like 'listen %' and datname = current_database()`;

async function startListening(url: string, channel: string) {
  const heard: (string | undefined)[] = [];
  const errors: string[] = [];
  const listening: Listening = await listen(
    url,
    channel,
    (payload) => heard.push(payload),
    (error) => errors.push(error.message),
  );
  onTestFinished(() => listening.close());
  return { heard, errors, listening };
}

test('hears what is said on its channel and nothing else', async () => {
  const url = await emptyDatabase();
  const { heard } = await startListening(url, 'Deliveries due');

  await query(url, `notify other, 'no'; notify "Deliveries due", 'yes'; notify "Deliveries due"`);

  await expect.poll(() => heard).toEqual(['yes', '']);
});

test('connects again when the connection drops, and says that something may have been missed', async () => {
  const url = await emptyDatabase();
  const { heard, errors } = await startListening(url, 'work');

  await query(url, `select pg_terminate_backend(pid) from (${LISTENERS}) listeners`);

  await expect.poll(() => heard, { timeout: 5_000 }).toEqual([undefined]);
  expect(errors.join()).toContain('terminating connection');
  await query(url, `notify work, 'again'`);
  await expect.poll(() => heard).toEqual([undefined, 'again']);
});

test('keeps trying while the database lets nobody in', async () => {
  const url = await emptyDatabase();
  const { heard, errors } = await startListening(url, 'work');
  const admin = new URL(url);
  const name = admin.pathname.slice(1);
  admin.pathname = '/postgres';

  await query(admin.href, `alter database ${name} with allow_connections false`);
  await query(admin.href, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await vi.waitFor(
    () => expect(errors.filter((error) => error.includes('not currently accepting'))).toHaveLength(2),
    5_000,
  );
  await query(admin.href, `alter database ${name} with allow_connections true`);

  await expect.poll(() => heard, { timeout: 5_000 }).toEqual([undefined]);
});

test('leaves no connection behind when closed', async () => {
  const url = await emptyDatabase();
  const { listening } = await startListening(url, 'work');
  expect(await query(url, LISTENERS)).toHaveLength(1);

  await listening.close();

  await expect.poll(() => query(url, LISTENERS)).toEqual([]);
});

test('says at once when it cannot listen at all', async () => {
  await expect(listen('postgresql://nobody@127.0.0.1:1/none', 'work', () => {})).rejects.toThrow('ECONNREFUSED');
});
