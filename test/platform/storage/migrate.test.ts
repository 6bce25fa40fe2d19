import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrationStatus } from '../../../src/platform/storage/migrate.ts';
import { emptyDatabase } from '../../setup/fresh-database.ts';
import { temporaryFolder } from '../../setup/temporary-folder.ts';
import { migrationsFolder, putMigration } from './migrations-folder.ts';
import { query } from './query.ts';

const TWO = { '1_people': 'create table people (id int);', '2_wins': 'create table wins (id int);' };

const countFinished = `select count(*)::int as n from "_prisma_migrations" where finished_at is not null`;

test('applies what is missing, oldest first, and says what', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder(TWO);
  expect(await migrate({ connectionString, folder })).toEqual(['1_people', '2_wins']);

  await putMigration(folder, '3_more', 'alter table wins add column title text;');

  expect(await migrate({ connectionString, folder })).toEqual(['3_more']);
  expect(await migrate({ connectionString, folder })).toEqual([]);
});

test('an absent or empty folder is nothing to do', async () => {
  const connectionString = await emptyDatabase();

  expect(await migrate({ connectionString, folder: await temporaryFolder() })).toEqual([]);
  expect(await migrate({ connectionString, folder: join(await temporaryFolder(), 'absent') })).toEqual([]);
});

test('three copies at once: one applies, the others find it done', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder(TWO);

  const applied = await Promise.all(Array.from({ length: 3 }, () => migrate({ connectionString, folder })));

  expect(applied.flat()).toEqual(['1_people', '2_wins']);
  expect(await query(connectionString, countFinished)).toEqual([{ n: 2 }]);
});

test('refuses a migration that was edited after it was applied', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder(TWO);
  await migrate({ connectionString, folder });
  await putMigration(folder, '1_people', 'create table people (id bigint);');
  await putMigration(folder, '3_more', 'create table more (id int);');

  await expect(migrate({ connectionString, folder })).rejects.toThrow(
    'Migration 1_people was edited after it was applied to this database. Bring back the original file',
  );
  expect(await query(connectionString, `select to_regclass('more') as more`)).toEqual([{ more: null }]);
});

test('line endings that Git changed are no edit', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder({ '1_people': 'create table people (\n  id int\n);\n' });
  await migrate({ connectionString, folder });

  await putMigration(folder, '1_people', 'create table people (\r\n  id int\r\n);\r\n');

  expect(await migrate({ connectionString, folder })).toEqual([]);
});

test('refuses a database that is newer than this version', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder(TWO);
  await migrate({ connectionString, folder });
  await rm(join(folder, '2_wins'), { recursive: true });

  await expect(migrate({ connectionString, folder })).rejects.toThrow(
    'The database went through migration 2_wins, which this version does not have',
  );
});

test('a migration that fails leaves nothing behind, and can be corrected and run again', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder({ ...TWO, '3_broken': 'create table half (id int); select 1 / 0;' });

  await expect(migrate({ connectionString, folder })).rejects.toThrow(
    'Migration 3_broken failed: division by zero. Nothing of it was kept',
  );

  expect(await query(connectionString, `select to_regclass('half') as half`)).toEqual([{ half: null }]);
  await putMigration(folder, '3_broken', 'create table half (id int);');
  expect(await migrate({ connectionString, folder })).toEqual(['3_broken']);
});

test('a statement that must not run in a transaction runs outside of one', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder({ ...TWO, '3_index': 'create index concurrently people_id on people (id);' });

  expect(await migrate({ connectionString, folder })).toContain('3_index');
  expect(await query(connectionString, countFinished)).toEqual([{ n: 3 }]);
});

test('such a statement among others is refused, and nothing has to be cleaned up', async () => {
  const connectionString = await emptyDatabase();
  const mixed = 'create table half (id int); create index concurrently half_id on half (id);';
  const folder = await migrationsFolder({ '1_mixed': mixed });

  await expect(migrate({ connectionString, folder })).rejects.toThrow('Put that statement alone into a migration.');

  await putMigration(folder, '1_mixed', 'create table half (id int);');
  expect(await migrate({ connectionString, folder })).toEqual(['1_mixed']);
});

test('copies that wait for their turn do not hold up an index that is built beside them', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder({ ...TWO, '3_index': 'create index concurrently people_id on people (id);' });

  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate({ connectionString, folder })));

  expect(applied.flat()).toEqual(['1_people', '2_wins', '3_index']);
});

test('refuses to go on after a migration that may have been kept in part', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder({
    '1_people': 'create table people (id int); insert into people values (1), (1);',
    '2_index': 'create unique index concurrently people_id on people (id);',
  });
  await expect(migrate({ connectionString, folder })).rejects.toThrow(
    /2_index failed: could not create unique index.*Part of it may have been kept/,
  );

  await expect(migrate({ connectionString, folder })).rejects.toThrow(
    'npx prisma migrate resolve --rolled-back 2_index',
  );
  expect(await query(connectionString, `select logs from "_prisma_migrations" where logs is not null`)).toEqual([
    { logs: 'could not create unique index "people_id"' },
  ]);
});

test('a failed migration that was marked as rolled back is applied again', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder({ '1_people': 'create table people (id int);' });
  await migrate({ connectionString, folder: await temporaryFolder() });
  await query(
    connectionString,
    `insert into "_prisma_migrations" (id, checksum, migration_name, rolled_back_at) values ('x', 'x', '1_people', now())`,
  );

  expect(await migrate({ connectionString, folder })).toEqual(['1_people']);
});

test('status tells what is applied, pending and wrong, and changes nothing', async () => {
  const connectionString = await emptyDatabase();
  const folder = await migrationsFolder(TWO);
  const untouched = await migrationStatus({ connectionString, folder });
  expect(untouched).toEqual({ applied: [], pending: ['1_people', '2_wins'], problems: [] });
  expect(await query(connectionString, `select to_regclass('"_prisma_migrations"') as books`)).toEqual([
    { books: null },
  ]);

  await migrate({ connectionString, folder });
  await putMigration(folder, '1_people', '-- edited');
  await putMigration(folder, '3_more', 'create table more (id int);');

  expect(await migrationStatus({ connectionString, folder })).toEqual({
    applied: ['1_people', '2_wins'],
    pending: ['3_more'],
    problems: [expect.stringContaining('Migration 1_people was edited')],
  });
});

test('a folder without its file is named', async () => {
  const folder = await migrationsFolder(TWO);
  await rm(join(folder, '2_wins', 'migration.sql'));

  await expect(migrate({ connectionString: await emptyDatabase(), folder })).rejects.toThrow(
    'Migration 2_wins has no readable migration.sql',
  );
});
