import { expect, onTestFinished, test } from 'vitest';
import { startEmbeddedPostgres } from '../../../src/platform/storage/embedded-postgres.ts';
import { findEmbeddedPostgres } from '../../../src/platform/storage/find-embedded-postgres.ts';
import { reachDatabase } from '../../../src/platform/storage/reach-database.ts';
import { temporaryFolder } from '../../setup/temporary-folder.ts';
import { query } from './query.ts';

test('takes a server as it is', async () => {
  const url = 'postgresql://somebody@localhost:5432/throughline';
  expect(await reachDatabase({ kind: 'server', url })).toMatchObject({ url, how: 'server' });
});

test('joins the server of a running service, and leaves it running', async () => {
  const dataDir = await temporaryFolder();
  const service = await startEmbeddedPostgres({ dataDir });
  onTestFinished(() => service.stop());

  const reached = await reachDatabase({ kind: 'embedded', directory: dataDir });
  expect(reached).toMatchObject({ url: service.url, how: 'beside-service' });
  await reached.leave();

  expect(await query(service.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('starts a server where none runs, and stops it afterwards', async () => {
  const dataDir = await temporaryFolder();

  const reached = await reachDatabase({ kind: 'embedded', directory: dataDir });
  expect(reached.how).toBe('started');
  expect(await query(reached.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await reached.leave();

  expect(await findEmbeddedPostgres({ dataDir })).toBeUndefined();
});
