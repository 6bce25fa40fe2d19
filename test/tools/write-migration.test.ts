import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../setup/temporary-folder.ts';

const SLOW = { timeout: 60_000 };

const SCHEMA = `datasource db {
  provider = "postgresql"
}

model Person {
  id   String @id
  name String
}
`;

async function writeMigration(...args: string[]): Promise<string> {
  const tool = join(import.meta.dirname, '../../tools/write-migration.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', tool, ...args]);
  return stdout;
}

test('writes what is missing, once', SLOW, async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'schema'));
  await writeFile(join(folder, 'schema', 'people.prisma'), SCHEMA);

  await writeMigration('init', folder);

  const [name = '', lockFile] = await readdir(join(folder, 'migrations'));
  expect(name).toMatch(/^20\d{12}_init$/);
  expect(lockFile).toBe('migration_lock.toml');
  const sql = await readFile(join(folder, 'migrations', name, 'migration.sql'), 'utf8');
  expect(sql).toContain('CREATE TABLE "Person"');
  expect(await writeMigration('again', folder)).toContain('agree: nothing to write');
});

test('wants a name that can be part of a folder', async () => {
  await expect(writeMigration('Add wins!')).rejects.toThrow('Give the migration a name of lower-case letters');
});
