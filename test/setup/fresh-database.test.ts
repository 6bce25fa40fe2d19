import { expect, test } from 'vitest';
import { freshDatabase } from './fresh-database.ts';

test('two fresh databases share nothing', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  await one.db.$executeRaw`create table only_here (id integer)`;

  const found = await other.db.$queryRaw<{ exists: boolean }[]>`select to_regclass('only_here') is not null as exists`;

  expect(found).toEqual([{ exists: false }]);
});
