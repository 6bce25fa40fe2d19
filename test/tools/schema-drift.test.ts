import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSchemaDrift } from '../../tools/schema-drift.ts';
import { query } from '../platform/storage/query.ts';
import { freshDatabase } from '../setup/fresh-database.ts';

const schema = join(import.meta.dirname, '../../prisma/schema');

test('the migrations lead to what the schema says', async () => {
  const { url } = await freshDatabase();

  expect(await findSchemaDrift(url, schema)).toBeUndefined();
});

test('a difference is named in SQL', async () => {
  const { url } = await freshDatabase();
  await query(url, 'create table forgotten (id integer primary key)');

  expect(await findSchemaDrift(url, schema)).toContain('DROP TABLE "forgotten"');
});
