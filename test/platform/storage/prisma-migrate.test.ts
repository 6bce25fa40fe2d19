import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { migrate, migrationStatus } from '../../../src/platform/storage/migrate.ts';
import { emptyDatabase } from '../../setup/fresh-database.ts';
import { temporaryFolder } from '../../setup/temporary-folder.ts';
import { query } from './query.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'prisma/migrations');
const SLOW = { timeout: 60_000 };

/** `prisma migrate ...` as a user would run it against that database. */
async function prismaMigrate(command: 'deploy' | 'status', url: string): Promise<string> {
  const place = await temporaryFolder();
  const config = join(place, 'prisma.config.mjs');
  const settings = { schema: join(root, 'prisma/schema'), migrations: { path: folder }, datasource: { url } };
  await writeFile(config, `export default ${JSON.stringify(settings)};`);
  const engine = join(place, 'schema-engine');
  const shim = join(import.meta.dirname, 'schema-engine-shim.ts');
  await writeFile(engine, `#!/bin/sh\nexec '${process.execPath}' --no-warnings '${shim}' "$@"\n`, { mode: 0o755 });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/prisma/build/index.js'), 'migrate', command, '--config', config],
    // Its version check would leave the machine.
    { cwd: root, env: { HOME: place, PRISMA_SCHEMA_ENGINE_BINARY: engine, CHECKPOINT_DISABLE: '1' } },
  );
  return stdout;
}

/** All that Prisma's books say, but for ids and times. */
async function readBooks(url: string): Promise<Record<string, unknown>[][]> {
  return Promise.all([
    query(
      url,
      `select migration_name, checksum, applied_steps_count, logs, rolled_back_at, finished_at >= started_at as finished
         from "_prisma_migrations" order by 1`,
    ),
    query(
      url,
      `select column_name, ordinal_position, data_type, character_maximum_length, is_nullable, column_default
         from information_schema.columns where table_name = '_prisma_migrations' order by 2`,
    ),
    query(url, `select indexname, indexdef from pg_indexes where tablename = '_prisma_migrations'`),
  ]);
}

test('prisma migrate finds a database of ours in order', SLOW, async () => {
  const url = await emptyDatabase();
  await migrate({ connectionString: url, folder });

  expect(await prismaMigrate('status', url)).toContain('Database schema is up to date!');
  expect(await prismaMigrate('deploy', url)).toContain('No pending migrations to apply.');
});

test('we find a database of prisma migrate in order, and its books are like ours', SLOW, async () => {
  const [theirs, ours] = await Promise.all([emptyDatabase(), emptyDatabase()]);
  expect(await prismaMigrate('deploy', theirs)).toContain('All migrations have been successfully applied.');
  await migrate({ connectionString: ours, folder });

  expect(await readBooks(theirs)).toEqual(await readBooks(ours));
  expect(await migrationStatus({ connectionString: theirs, folder })).toMatchObject({ pending: [], problems: [] });
});
